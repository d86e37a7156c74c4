const APP_ORIGIN = 'app://plumbline';
/** Where sources of questions live; nothing else is ever opened from the app. */
const OUTSIDE_PROTOCOLS = new Set(['https:']);

/** Whether an address is the app itself. Compares parsed parts, never substrings. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'app:' && url.host === 'plumbline' && url.username === '' && address.startsWith(`${APP_ORIGIN}/`);
}

/** Whether an address may be handed to the system's browser: https without credentials. */
export function isOutsideUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && OUTSIDE_PROTOCOLS.has(url.protocol) && url.username === '' && url.password === '' && url.hostname !== '';
}
