import { isOwnMachine } from '../../domain/portal/own-machine.js';

/** Where pages are reached, and which hosts they answer to. */
export type OwnAddress = {
  /** Scheme, host and port, as a browser names the origin. */
  readonly origin: string;
  readonly isHttps: boolean;
};

/**
 * The address that a request reached, or null where its host is none of ours (docs/spec/pages.md §3). In development
 * (`baseUrl` null) that is any name of this machine itself, else the one host that pages are set up for.
 */
export function ownAddress(host: string | undefined, baseUrl: string | null): OwnAddress | null {
  if (host === undefined || host.length > 300) return null;
  if (baseUrl !== null) {
    const base = new URL(baseUrl);
    if (host.toLowerCase() !== base.host) return null;
    return { origin: base.origin, isHttps: base.protocol === 'https:' };
  }
  const [, name = ''] = /^(\[[\da-f:]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(host) ?? [];
  if (!isOwnMachine(name.toLowerCase())) return null;
  return { origin: `http://${host.toLowerCase()}`, isHttps: false };
}
