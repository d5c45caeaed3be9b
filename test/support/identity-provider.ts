import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
// Before it, for it says something as it is read.
import './quiet-oidc-provider.js';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows, and what it says of them. */
export type Person = {
  readonly sub: string;
  readonly email: string;
  readonly name?: string;
  readonly email_verified?: boolean;
  readonly groups?: string | readonly string[];
};

const client = { id: 'console', secret: 'a-secret-of-tests-0123456789abcdef' };

/**
 * A real OpenID provider on 127.0.0.1. Whoever comes is the person that a test has named last, without a page to log in on;
 * where it is known is told to `serve`, once our own address is known.
 */
export async function startIdentityProvider() {
  let answer: RequestListener = (_req, res) => res.writeHead(503).end();
  let person: Person | null = null;
  const people = new Map<string, Person>();
  const server = createServer((req, res) => {
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const away = answer;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' };

  const serve = (returnAddress: string): void => {
    const provider = new Provider(issuer, {
      jwks: { keys: [jwk] },
      ...configurationOf(returnAddress, people),
    });
    const callback = provider.callback();
    answer = (req, res) => {
      if (!req.url?.startsWith('/interaction/')) callback(req, res);
      else if (person === null) res.writeHead(500).end();
      else void provider.interactionFinished(req, res, { login: { accountId: person.sub } });
    };
  };
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
    },
    serve,
    goAway: () => {
      answer = away;
    },
    isNow: (one: Person) => {
      person = one;
      people.set(one.sub, one);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function configurationOf(returnAddress: string, people: ReadonlyMap<string, Person>) {
  return {
    cookies: { keys: ['a key of tests'] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [returnAddress],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, sub: string) => {
      const known = people.get(sub);
      return known && { accountId: sub, claims: () => known };
    },
    loadExistingGrant: async (context: GrantContext) => {
      const { session, client: asks, provider } = context.oidc;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: asks.clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

type GrantContext = {
  readonly oidc: {
    readonly provider: Provider;
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
  };
};
