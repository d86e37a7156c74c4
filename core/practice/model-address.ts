/** What an address of a model is worth: where it leads, or why it cannot be used. */
export type ModelAddress =
  | {
      readonly kind: 'local' | 'public';
      /** Without a slash at the end. */
      readonly base: string;
      /** Scheme, host and port: what a consent or a key belongs to. */
      readonly origin: string;
    }
  | { readonly kind: 'unusable'; readonly why: string };

const unusable = (why: string): ModelAddress => ({ kind: 'unusable', why });

/**
 * Reads the address of an OpenAI-compatible endpoint. Local are `localhost` and literal loopback and private addresses
 * (RFC 1122 127/8, RFC 1918, RFC 3927 169.254/16, RFC 4291 ::1 and fe80::/10, RFC 4193 fc00::/7). Any other name may lead
 * anywhere, so it is public, and then it must be https.
 */
export function readModelAddress(text: string): ModelAddress {
  const url = URL.parse(text.trim());
  if (url === null) return unusable('This is no address. It looks like http://127.0.0.1:11434/v1.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return unusable('The address must begin with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    return unusable('Take the name and password out of the address; a key has its own field.');
  if (url.search !== '' || url.hash !== '') return unusable('The address must end before any ? or #.');
  const isLocal = isLocalHost(url.hostname);
  if (!isLocal && url.protocol !== 'https:')
    return unusable('Outside your own network only https:// is taken: everybody on the way could read the rest.');
  return { kind: isLocal ? 'local' : 'public', base: url.href.replace(/\/+$/, ''), origin: url.origin };
}

/** @param hostname as the URL parser writes it: numbers resolved, IPv6 in brackets and shortened. */
function isLocalHost(hostname: string): boolean {
  const host = hostname.toLowerCase();
  if (host === 'localhost') return true;
  if (host.startsWith('[')) return isLocalV6(host.slice(1, -1));
  const parts = host.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255) && isLocalV4(parts);
}

function isLocalV4([a = 0, b = 0]: readonly number[]): boolean {
  return a === 127 || a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}

function isLocalV6(host: string): boolean {
  if (host === '::1') return true;
  // IPv4 in IPv6's clothes; the parser writes its last 32 bits as two groups.
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (mapped) {
    const high = Number.parseInt(mapped[1] ?? '', 16);
    return isLocalV4([high >> 8, high & 0xff]);
  }
  const first = Number.parseInt(host.split(':')[0] || '0', 16);
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
