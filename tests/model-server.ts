import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).length(2),
});
const questionSchema = z.object({
  question: z.string(),
  keyPoints: z.array(z.object({ id: z.string(), text: z.string() })),
  answer: z.string(),
});
/** What a model is told: the user message, taken apart. */
export type Told = z.infer<typeof questionSchema>;

export interface Received {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: string;
}

/** The words a model replies with, or how its server behaves instead. */
export type Behaviour = ((told: Told) => string) | 'slow' | 'error' | 'huge' | 'redirect' | 'not-the-protocol' | 'cut-off';

/** A stand-in for a local model's server: /v1/models and /v1/chat/completions of OpenAI's protocol, on a free loopback port. */
export class ModelServer {
  behaviour: Behaviour = () => '{"found": []}';
  readonly received: Received[] = [];
  /** Requests whose sender went away before they were answered. */
  gone = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void (async () => {
        const body = await textOf(request);
        const path = request.url ?? '';
        this.received.push({ path, authorization: request.headers.authorization ?? null, body });
        response.once('close', () => {
          if (!response.writableFinished) this.gone += 1;
        });
        const json = (status: number, value: unknown): void => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
        };
        if (path === '/v1/models')
          return json(200, {
            object: 'list',
            data: [
              { id: 'small', object: 'model' },
              { id: 'big', object: 'model' },
            ],
          });
        if (path !== '/v1/chat/completions' || request.method !== 'POST') return json(404, { error: { message: 'no such path' } });
        switch (this.behaviour) {
          case 'slow':
            return;
          case 'error':
            return json(500, { error: { message: 'out of memory: secret detail' } });
          case 'huge':
            response.writeHead(200, { 'content-type': 'application/json' });
            return response.end('x'.repeat(3_000_000));
          case 'redirect':
            return response.writeHead(307, { location: '/v1/elsewhere' }).end();
          case 'not-the-protocol':
            return json(200, { reply: 'hello' });
          case 'cut-off':
            response.writeHead(200, { 'content-length': '1000' }).write('{"choices"');
            return response.destroy();
          default: {
            const { model, messages } = requestSchema.parse(JSON.parse(body));
            const content = this.behaviour(questionSchema.parse(JSON.parse(messages[1]?.content ?? '')));
            return json(200, {
              id: 'chatcmpl-1',
              object: 'chat.completion',
              created: 1,
              model,
              choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
              usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
            });
          }
        }
      })();
    });
  }

  /** @returns the address a person would type. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
