import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { readBody } from '../api/body.ts';
import type { Handler } from '../api/handler.ts';
import { withSecurityHeaders } from '../api/headers.ts';

const COOKIE = 'plumbline_session';
const keySchema = z.strictObject({ key: z.string() });

export interface Guard {
  /** Handed in once by the page that was opened with it in its address. */
  readonly key: string;
  /** The handler behind the checks. `host` is exactly what the Host header must be, for example `127.0.0.1:4317`. */
  wrap(handler: Handler, host: () => string): Handler;
}

/**
 * Who may talk to the browser host. Any page on this machine can reach a loopback port, so: Host and Origin must be exactly
 * this server's (DNS rebinding, other sites), and everything but the app's own files needs the cookie that the key of this
 * run was exchanged for. Without it: 401 and nothing else.
 */
export function createGuard(): Guard {
  const key = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  return {
    key,
    wrap: (handler, host) => async (request) => {
      if (!isOwn(request, host())) return refused(403);
      const { pathname } = new URL(request.url);
      if (pathname === '/api/session') return exchange(request, key, session);
      const needsSession = pathname.startsWith('/api') || (request.method !== 'GET' && request.method !== 'HEAD');
      if (needsSession && !hasSession(request, session)) return refused(401);
      return handler(request);
    },
  };
}

function isOwn(request: Request, host: string): boolean {
  const { headers } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (headers.get('host') !== host) return false;
  if (origin !== null && origin !== `http://${host}`) return false;
  return site === null || site === 'same-origin' || (site === 'none' && request.method === 'GET') || isPageVisit(request);
}

/** A link from elsewhere may open the app's page: it holds no data and can do nothing without the cookie. */
function isPageVisit(request: Request): boolean {
  return (
    request.method === 'GET' && request.headers.get('sec-fetch-mode') === 'navigate' && !new URL(request.url).pathname.startsWith('/api')
  );
}

async function exchange(request: Request, key: string, session: string): Promise<Response> {
  if (request.method !== 'POST' || request.headers.get('content-type') !== 'application/json') return refused(401);
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder().decode(await readBody(request)));
  } catch {
    return refused(401);
  }
  const parsed = keySchema.safeParse(given);
  if (!parsed.success || !same(parsed.data.key, key)) return refused(401);
  const cookie = `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  return withSecurityHeaders(new Response(null, { status: 204, headers: { 'set-cookie': cookie } }));
}

function hasSession(request: Request, session: string): boolean {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), session));
}

/** Compares in a time that does not depend on where the difference is. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(status: 401 | 403): Response {
  return withSecurityHeaders(new Response(null, { status }));
}
