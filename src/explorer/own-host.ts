const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request's `Host` header names this server. A page elsewhere can let its own name lead to this machine
 * (DNS rebinding), but its requests then bear that name.
 * A server that was told to listen everywhere answers to every address, but to no foreign name.
 */
export function isOwnHost(header: string | undefined, host: string): boolean {
  if (header === undefined) return false;
  const name = header.replace(/:\d+$/, '').toLowerCase();
  const own = host.includes(':') ? `[${host}]` : host;
  if (LOOPBACK.includes(name) || name === own.toLowerCase()) return true;
  const listensEverywhere = host === '0.0.0.0' || host === '::';
  return listensEverywhere && /^(\d+\.\d+\.\d+\.\d+|\[[\da-f:]+\])$/.test(name);
}
