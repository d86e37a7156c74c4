import { protocol, type Session } from 'electron';
import type { Handler } from '../api/handler.ts';

/** The app's own session: cookies, caches and permissions of nothing else reach it. */
export const PARTITION = 'persist:plumbline';

/** Must run before Electron is ready: app: is a secure origin with fetch and its own storage. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** app://plumbline is answered by the handler; any other host of the scheme by nothing. */
export function serveOn(session: Session, handler: Handler): void {
  session.protocol.handle('app', (request) =>
    new URL(request.url).host === 'plumbline' ? handler(request) : new Response(null, { status: 404 }),
  );
}
