import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { isAllowed } from '../../../electron/permissions.ts';
import { isAppUrl, isOutsideUrl } from '../../../electron/urls.ts';
import { fitBounds } from '../../../electron/window-state.ts';
import { type BrowserHost, startBrowserHost } from '../../../server/browser-host.ts';

let dataDir: string;
let host: BrowserHost;
let origin: string;
let cookie: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-host-'));
  host = await startBrowserHost({ dataDir, port: 0, sample: false, version: '0.0.0' });
  const [address, key] = host.address.split('/#key=');
  origin = address ?? '';
  const response = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  });
  cookie = response.headers.get('set-cookie') ?? '';
});
afterAll(async () => {
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Sent {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** fetch() does not let a Host header be forged: this does. */
function send(path: string, headers: Record<string, string> = {}, body?: string | Uint8Array): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}${path}`, { method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), headers: response.headers }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const session = (): Record<string, string> => ({ cookie: cookie.split(';')[0] ?? '' });

describe('the browser host', () => {
  it('exchanges the key of the run for a strict HttpOnly cookie of another value', () => {
    expect(cookie).toMatch(/^plumbline_session=[\w-]{40,}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(host.address.split('=')[1] ?? '');
  });

  it.each([
    ['a call', '/api/trpc/app.state', '{}'],
    ['an upload', '/api/documents?name=a.md', 'text'],
    ['an export', '/api/export/profile.json', undefined],
    ['a recording', '/api/recordings/1', undefined],
    ['the next part of a recording', '/api/recordings/1?at=0&ms=1', 'sound'],
    ['an address that does not exist', '/api/nothing', undefined],
  ])('answers %s without the cookie with 401 and nothing else', async (_what, path, body) => {
    expect(await send(path, JSON_TYPE, body)).toMatchObject({ status: 401, body: '' });
  });

  it('refuses a wrong key, and a wrong cookie of the right length', async () => {
    expect(await send('/api/session', JSON_TYPE, '{"key":"guess"}')).toMatchObject({ status: 401, body: '' });
    const forged = `plumbline_session=${'a'.repeat(43)}`;
    expect(await send('/api/trpc/app.state', { ...JSON_TYPE, cookie: forged }, '{}')).toMatchObject({ status: 401 });
  });

  it.each([
    ['another Host (DNS rebinding)', { host: 'attacker.example' }],
    ['another Origin', { origin: 'https://attacker.example' }],
    ['a null Origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses %s even with the cookie', async (_what, headers) => {
    expect(await send('/api/trpc/app.state', { ...JSON_TYPE, ...session(), ...headers }, '{}')).toMatchObject({ status: 403, body: '' });
  });

  it('takes calls as JSON only, and says so of anything else', async () => {
    const plain = await send('/api/trpc/app.state', { ...session(), 'content-type': 'text/plain' }, '{}');
    expect(plain.status).toBe(415);
    const malformed = await send('/api/trpc/app.setTheme', { ...session(), ...JSON_TYPE }, '{bad');
    expect(malformed).toMatchObject({ status: 400 });
    expect(malformed.body).toContain('not valid JSON');
    const misfit = await send('/api/trpc/app.setTheme', { ...session(), ...JSON_TYPE }, '{"theme":"pink"}');
    expect(misfit.body).toContain('Nothing was changed');
  });

  it('says not_found for a grade of a card that does not exist, and writes nothing', async () => {
    const answer = { text: '', numbers: {}, choice: null, order: [], spoken: false };
    const grade = { sessionId: 99, questionId: 'no.such.question', grade: 'good', answer, points: [], durationMs: 1 };
    const response = await send('/api/trpc/drill.grade', { ...session(), ...JSON_TYPE }, JSON.stringify(grade));
    expect(response).toMatchObject({ status: 404 });
    expect(response.body).toContain('not_found');
  });

  it('answers 40 MB with 413 in words, and goes on', async () => {
    const big = await send(
      '/api/documents?name=big.txt',
      { ...session(), 'content-type': 'application/octet-stream' },
      Buffer.alloc(40e6, 'a'),
    );
    expect(big.status).toBe(413);
    expect(big.body).toContain('32 MB');
    const empty = await send('/api/documents?name=empty.txt', { ...session(), 'content-type': 'application/octet-stream' }, ' ');
    expect(empty.status).toBe(400);
    expect((await send('/api/trpc/documents.list', { ...session(), ...JSON_TYPE }, '{}')).body).toContain('"data":[]');
  });

  it('puts the same headers on every answer, and never one that lets another origin in', async () => {
    for (const path of ['/', '/api/nothing', '/nothing.js']) {
      const { headers } = await send(path, path.startsWith('/api') ? session() : {});
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect((await send('/../../package.json')).status).toBe(404);
  });

  it('refuses a second instance on the same data with the first one’s address, and a port in use', async () => {
    await expect(startBrowserHost({ dataDir, port: 0, sample: false, version: '0' })).rejects.toThrow(
      new RegExp(`already running on .* at ${origin}/`),
    );
    const other = mkdtempSync(join(tmpdir(), 'plumbline-host-'));
    await expect(startBrowserHost({ dataDir: other, port: Number(new URL(origin).port), sample: false, version: '0' })).rejects.toThrow(
      /Port \d+ is in use/,
    );
    const file = join(other, 'file');
    writeFileSync(file, '');
    await expect(startBrowserHost({ dataDir: join(file, 'x'), port: 0, sample: false, version: '0' })).rejects.toThrow(AppError);
    rmSync(other, { recursive: true, force: true });
  });
});

describe('Electron’s pure parts', () => {
  it.each([
    ['app://plumbline/', true],
    ['app://plumbline/drill/3?x=1', true],
    ['app://plumbline.attacker.example/', false],
    ['app://user@plumbline/', false],
    ['https://plumbline/', false],
    ['javascript:alert(1)', false],
  ])('take %s for the app: %s', (address, expected) => {
    expect(isAppUrl(address)).toBe(expected);
  });

  it.each([
    ['https://www.rfc-editor.org/rfc/rfc7348', true],
    ['http://example.org/', false],
    ['https://user:secret@example.org/', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
  ])('hand %s to the system’s browser: %s', (address, expected) => {
    expect(isOutsideUrl(address)).toBe(expected);
  });

  it('allow the app’s own page to hear the microphone, and nothing and nobody else', () => {
    const wish = { permission: 'media', from: 'app://plumbline/drill/3', media: ['audio'], isMainFrame: true };
    expect(isAllowed(wish)).toBe(true);
    expect(isAllowed({ ...wish, from: 'app://plumbline' })).toBe(true);
    expect(isAllowed({ ...wish, from: 'app://plumbline/' })).toBe(true);
    const refused = [
      { media: ['video'] },
      { media: ['audio', 'video'] },
      { media: [] },
      { media: [undefined] },
      { media: ['unknown'] },
      { permission: 'geolocation' },
      { permission: 'display-capture' },
      { permission: 'mediaKeySystem' },
      { from: 'https://plumbline/' },
      { from: 'app://other/' },
      { from: 'app://plumbline.attacker.example' },
      { from: '' },
      { isMainFrame: false },
    ];
    expect(refused.filter((part) => isAllowed({ ...wish, ...part }))).toEqual([]);
  });

  it('put the window back where it was only when a display is there', () => {
    const display = { x: 0, y: 0, width: 1920, height: 1080 };
    const bounds = { x: 1500, y: 200, width: 1000, height: 700 };
    expect(fitBounds(bounds, [display])).toEqual(bounds);
    expect(fitBounds({ ...bounds, x: 3000 }, [display])).toEqual({ width: 1280, height: 820 });
    expect(fitBounds(null, [display])).toEqual({ width: 1280, height: 820 });
  });
});
