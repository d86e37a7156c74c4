import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Handler } from '../api/handler.ts';
import { errorResponse, withSecurityHeaders } from '../api/headers.ts';
import { AppError } from '../core/errors.ts';

const LOOPBACK = '127.0.0.1';

export interface Listening {
  /** `127.0.0.1:<port>` */
  readonly host: string;
  stop(): Promise<void>;
}

/**
 * Serves the handler on the loopback interface only.
 * @param port 0 for any free one.
 * @throws AppError `busy` for a port in use.
 */
export async function listen(handler: Handler, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await opened(server, port);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    host: `${LOOPBACK}:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      const why = isTaken
        ? `Port ${port} is in use or not allowed. Choose another with --port, or leave it out for any free one.`
        : error.message;
      reject(new AppError(isTaken ? 'busy' : 'io', why, { cause: error }));
    });
    server.listen(port, LOOPBACK, () => resolve());
  });
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const request = toRequest(incoming, gone.signal);
  const response =
    request === null ? withSecurityHeaders(errorResponse(400, 'invalid', 'The request cannot be read.')) : await handler(request);
  outgoing.writeHead(response.status, headersOf(response));
  if (!incoming.complete) {
    // An answer before the end of the body (413): say so, and let the sender finish into nothing, or it would see a reset.
    outgoing.shouldKeepAlive = false;
    incoming.resume();
  }
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as WebStream), outgoing);
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | null {
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) {
      for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
    }
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
    const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
    return new Request(new URL(incoming.url ?? '/', `http://${LOOPBACK}`), {
      method: incoming.method ?? 'GET',
      headers,
      body,
      signal,
      duplex: 'half',
    } as RequestInit);
  } catch {
    // A malformed address or header: there is nothing to hand on.
    return null;
  }
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}
