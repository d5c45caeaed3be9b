/** How a client proves who it is: for a token of its own, or with one that somebody else gets. */
export type Credentials =
  | {
      readonly clientId: string;
      readonly clientSecret: string;
      /** The least that the calls need, such as `/external/subscription_system/w`. */
      readonly scopes: readonly string[];
    }
  | {
      /** For identity tokens, and for tests: called before each request. */
      readonly token: () => Promise<string>;
    };

type TokenAnswer = { readonly access_token: string; readonly expires_in: number };
type Held = { readonly token: string; readonly renewAt: number };

/** A token is renewed a minute before it expires. */
const marginMs = 60_000;

/** Gets a token when the first request needs one, once for all that wait, and a new one before it expires. */
export function makeAccessToken(
  baseUrl: string,
  credentials: Credentials,
  fetch: typeof globalThis.fetch,
): { get(): Promise<string>; forget(): void } {
  if ('token' in credentials) return { get: credentials.token, forget: () => undefined };
  let held: Promise<Held> | null = null;

  const ask = async (): Promise<Held> => {
    const response = await fetch(`${baseUrl}/api/authorization/access_token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'none',
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret,
        scope: credentials.scopes.join(' '),
      }),
    });
    if (!response.ok)
      throw new Error(`no access token: the gateway answered ${String(response.status)}`);
    const answer = (await response.json()) as TokenAnswer;
    const renewAt = Date.now() + answer.expires_in * 1_000 - marginMs;
    return { token: answer.access_token, renewAt };
  };

  const renew = (): Promise<Held> => {
    const asked = ask();
    held = asked;
    asked.catch(() => {
      if (held === asked) held = null;
    });
    return asked;
  };

  return {
    get: async () => {
      const known = await (held ?? renew());
      return (known.renewAt > Date.now() ? known : await renew()).token;
    },
    forget: () => {
      held = null;
    },
  };
}
