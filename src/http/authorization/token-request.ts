import type { IssueAccessTokenCommand } from '../../application/authorization/issue-access-token.js';

type TokenRequestFailure =
  | 'repeated_parameter'
  | 'two_authentications'
  | 'missing_grant_type'
  | 'unsupported_grant_type'
  | 'invalid_client'
  | 'invalid_scope';

type Read =
  | { readonly ok: true; readonly command: IssueAccessTokenCommand }
  | {
      readonly ok: false;
      readonly failure: TokenRequestFailure;
      /** Whom it says it is, as it was sent; empty where it does not say. */
      readonly clientId: string;
    };

type Credentials = { readonly clientId: string; readonly clientSecret: string };

const grantTypes = ['none', 'client_credentials'];
const names = ['client_id', 'client_secret', 'grant_type', 'scope'] as const;
/** RFC 6749 appendix A: what a scope is made of. */
const scopes = /^[\x21\x23-\x5b\x5d-\x7e ]{0,4096}$/;

/**
 * Reads the form and, as OAuth wants of every server, HTTP Basic in its place (RFC 6749 §2.3.1). A parameter without a
 * value counts as left out, an unknown one is ignored, one that is there twice is refused (§3.2).
 */
export function readTokenRequest(bytes: unknown, authorization: string | undefined): Read {
  const form = new URLSearchParams(Buffer.isBuffer(bytes) ? bytes.toString('utf8') : '');
  const basic = basicCredentials(authorization ?? '');
  const read = commandIn(form, basic);
  if (typeof read !== 'string') return { ok: true, command: read };
  const clientId = form.get('client_id') ?? basic?.clientId ?? '';
  return { ok: false, failure: read, clientId };
}

function commandIn(
  form: URLSearchParams,
  basic: Credentials | null,
): IssueAccessTokenCommand | TokenRequestFailure {
  if (names.some((name) => form.getAll(name).length > 1)) return 'repeated_parameter';
  const grantFailure = failureOfGrant(form.get('grant_type') ?? '');
  if (grantFailure !== null) return grantFailure;
  const credentials = credentialsOf(form, basic !== null && isSane(basic) ? basic : null);
  if (typeof credentials === 'string') return credentials;
  const scope = form.get('scope') ?? '';
  if (!scopes.test(scope)) return 'invalid_scope';
  return { ...credentials, scopes: scopesOf(scope) };
}

function failureOfGrant(grantType: string): TokenRequestFailure | null {
  if (grantType === '') return 'missing_grant_type';
  return grantTypes.includes(grantType) ? null : 'unsupported_grant_type';
}

function scopesOf(scope: string): readonly string[] {
  return [...new Set(scope.split(' ').filter((it) => it !== ''))];
}

function credentialsOf(
  form: URLSearchParams,
  basic: Credentials | null,
): Credentials | 'two_authentications' | 'invalid_client' {
  const secret = form.get('client_secret') ?? '';
  if (basic !== null && secret !== '') return 'two_authentications';
  const given = basic ?? { clientId: form.get('client_id') ?? '', clientSecret: secret };
  return isSane(given) ? given : 'invalid_client';
}

/** Null where it is not Basic, or does not say who. Both halves are form-encoded inside (RFC 6749 §2.3.1). */
function basicCredentials(authorization: string): Credentials | null {
  const encoded = /^basic +([\w+/-]+=*)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const unescaped = new URLSearchParams(`id=${id}&secret=${secret.join(':')}`);
  return { clientId: unescaped.get('id') ?? '', clientSecret: unescaped.get('secret') ?? '' };
}

/** Neither half empty, nor longer than any that exists: hashing what a stranger sends has a bound. */
function isSane({ clientId, clientSecret }: Credentials): boolean {
  return [clientId, clientSecret].every((it) => it !== '' && it.length <= 255);
}
