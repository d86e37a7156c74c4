import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The renderer's built files. A path without an extension is a screen of the app and gets its index; names that carry a hash
 * never change and may be kept.
 */
export async function serveFile(folder: string, pathname: string): Promise<Response> {
  const wanted = extname(pathname) === '' ? '/index.html' : pathname;
  const path = normalize(join(folder, decodeURIComponent(wanted)));
  const type = TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined) return notFound();
  try {
    const bytes = await readFile(path);
    const cache = wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'cache-control': cache } });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return notFound();
    throw error;
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
