import { isIP } from 'node:net';
import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/** Where a request comes from. */
export type ClientAddress = {
  /** One spelling for each address: an IPv4 address in IPv6 dress is an IPv4 address. */
  readonly text: string;
  /** What limits count: an IPv4 address, or the /64 network of an IPv6 address, which one client has all of. */
  readonly network: string;
};

type TrustsHop = (address: string, hop: number) => boolean;

/**
 * The address that every limit and every line of the log goes by: the right-most hop of `X-Forwarded-For` that is no
 * proxy of ours, or the peer itself where that is none. What cannot be read as an address was put there by nobody we
 * trust: then it is the proxy that passed it on, so that rubbish does not make a new client. Example: from a trusted
 * 10.0.0.1, `192.0.2.1:4711` is 192.0.2.1, and `unknown` is 10.0.0.1.
 */
export function clientAddressOf(req: Request): ClientAddress {
  const trusts = req.app.get('trust proxy fn') as TrustsHop;
  const forwarded = req.headers['x-forwarded-for'];
  const hops = String(forwarded ?? '')
    .split(',')
    .toReversed();
  let address = readAddress(req.socket.remoteAddress ?? '') ?? nowhere;
  for (const [hop, written] of hops.entries()) {
    if (!trusts(address.text, hop)) break;
    const next = readAddress(written);
    if (next === null) break;
    address = next;
  }
  return address;
}

/** Of a connection that is gone. */
const nowhere: ClientAddress = { text: '', network: '' };
const groupsOfNetwork = 4;

/** With or without brackets, port and zone, as proxies write it; null for what is no address. */
export function readAddress(written: string): ClientAddress | null {
  const [bare = ''] = withoutPort(written.trim()).split('%', 1);
  // Strict where the library is not: it takes 010.1 and 0x7f000001 for addresses.
  if (isIP(bare) === 0) return null;
  const address = ipaddr.process(bare);
  const text = address.toString();
  if (address.kind() === 'ipv4') return { text, network: text };
  const groups = (address as ipaddr.IPv6).parts.slice(0, groupsOfNetwork);
  return { text, network: `${groups.map((it) => it.toString(16)).join(':')}::/64` };
}

function withoutPort(written: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(written)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^([\d.]+):\d{1,5}$/.exec(written)?.[1] ?? written;
}
