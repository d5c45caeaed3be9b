import { isIP } from 'node:net';

const words: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether that names peers: an address, a network as address/bits, or one of three words for well-known networks. */
export function isTrustedProxy(given: string): boolean {
  const [address = '', bits, ...more] = given.split('/');
  if (words.has(given)) return true;
  // A zone names an interface of this machine; neither it nor an IPv4 address in IPv6 dress is compared as written.
  if (more.length > 0 || address.includes('%') || /^::ffff:/i.test(address)) return false;
  const family = isIP(address);
  return family !== 0 && (bits === undefined || isPrefixLength(bits, family === 4 ? 32 : 128));
}

/** From 1: a network of all addresses would let every client say where it comes from. */
function isPrefixLength(bits: string, most: number): boolean {
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most;
}
