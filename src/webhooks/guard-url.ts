import { Resolver } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { WebhookUrlFault, WebhookUrlGuard } from '../application/ports/webhook-sender.js';

/** All addresses of a host, or none where it has none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export type Address = { readonly address: string; readonly family: 4 | 6 };

export type UrlGuard = WebhookUrlGuard & {
  /** The same, with the addresses that were looked at: whoever connects must connect to one of these. */
  admit(raw: string): Promise<Admission>;
};

type Admission =
  | { readonly ok: true; readonly url: URL; readonly addresses: readonly Address[] }
  | { readonly ok: false; readonly failure: WebhookUrlFault };

export type UrlGuardOptions = {
  readonly resolve?: Resolve;
  /** Lets this machine be the receiver, also by plain http; never in production. */
  readonly isLoopbackAllowed: boolean;
};

const longestUrl = 2_048;

/** Admits what is https, and public by every address that its host has at this moment (docs/spec/operations.md §2). */
export function makeUrlGuard(options: UrlGuardOptions): UrlGuard {
  const { resolve = makeResolve(), isLoopbackAllowed } = options;
  const admit = async (raw: string): Promise<Admission> => {
    const parsed = parse(raw, isLoopbackAllowed);
    if (!parsed.ok) return parsed;
    const { url } = parsed;
    const addresses = await addressesOf(url, resolve);
    if (addresses.length === 0) return { ok: false, failure: 'host_not_found' };
    const areLoopback = addresses.every((it) => isLoopback(it.address));
    const areAllowed = areLoopback
      ? isLoopbackAllowed
      : addresses.every((it) => isPublic(it.address));
    if (!areAllowed) return { ok: false, failure: 'address_not_allowed' };
    if (url.protocol === 'http:' && !areLoopback) return { ok: false, failure: 'url_not_https' };
    return { ok: true, url, addresses };
  };
  return {
    admit,
    check: async (raw) => {
      const admission = await admit(raw);
      return admission.ok ? { ok: true, url: admission.url.href } : admission;
    },
  };
}

type Parsed =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly failure: WebhookUrlFault };

function parse(raw: string, isLoopbackAllowed: boolean): Parsed {
  if (raw.length > longestUrl) return { ok: false, failure: 'url_too_long' };
  if (!URL.canParse(raw)) return { ok: false, failure: 'url_malformed' };
  const url = new URL(raw);
  const schemes = isLoopbackAllowed ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(url.protocol)) return { ok: false, failure: 'url_not_https' };
  const hasCredentials = url.username !== '' || url.password !== '';
  if (hasCredentials) return { ok: false, failure: 'url_with_credentials' };
  return url.href.length > longestUrl ? { ok: false, failure: 'url_too_long' } : { ok: true, url };
}

/** An address in the URL is its own answer: `new URL` has brought `0x7f.1` and the like into the usual form by then. */
async function addressesOf(url: URL, resolve: Resolve): Promise<readonly Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = ipaddr.isValid(host) ? [host] : await resolve(host);
  return found.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
}

/**
 * Whether packets to it go out to the public internet. Everything that stands for another address is refused with the
 * ranges that are not routed: IPv4 within IPv6 (mapped, NAT64, 6to4, Teredo) could name any private one.
 */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/**
 * Asks name servers itself instead of the system: the system's way holds one of four threads of the process for as long
 * as it takes, so a few hosts whose name servers hang would hold up every other receiver, and sign-in too.
 */
function makeResolve(): Resolve {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return async (hostname) => {
    if (/^(.*\.)?localhost\.?$/.test(hostname)) return ['127.0.0.1', '::1'];
    const answers = await Promise.allSettled([
      resolver.resolve4(hostname),
      resolver.resolve6(hostname),
    ]);
    return answers.flatMap((it) => (it.status === 'fulfilled' ? it.value : []));
  };
}
