import createClient, { type Client } from 'openapi-fetch';
import { makeAccessToken, type Credentials } from './access-token.js';
import { makeSafeFetch, type Wait } from './safe-fetch.js';
import type { components, paths } from './schema.js';

export type { Credentials } from './access-token.js';

/** What every failure says: `code` for programs, `message` for people, `field` and `errors` where they apply. */
export type Problem = components['schemas']['Problem'];

/** One method a verb, the path as its first argument; what is sent and answered is typed by it. */
export type GatewayClient = Client<paths>;

export type GatewayClientOptions = {
  /** Such as `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** How often a request is sent in all while its fate is unknown or the gateway asks to wait; 4 unless told. */
  readonly tries?: number;
  readonly fetch?: typeof globalThis.fetch;
  readonly wait?: Wait;
};

const usualTries = 4;
const waitFor: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * A typed client: it gets its tokens by itself, gives every write an `Idempotency-Key`, and sends again what it may.
 * A refusal is no exception: it comes as `error`, beside `response`.
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { credentials, fetch = globalThis.fetch, tries = usualTries, wait = waitFor } = options;
  const baseUrl = options.baseUrl.replace(/(?<!\/)\/+$/, '');
  const accessToken = makeAccessToken(baseUrl, credentials, fetch);
  return createClient<paths>({
    baseUrl,
    fetch: makeSafeFetch({ accessToken, fetch, tries, wait }),
  });
}
