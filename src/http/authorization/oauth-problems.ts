import { makeProblem, type Problem } from '../core/problem.js';

export type OAuthError =
  'invalid_client' | 'invalid_scope' | 'invalid_request' | 'unsupported_grant_type';

type Parts = { readonly status?: number; readonly headers?: Problem['headers'] };

function refused(
  error: OAuthError,
  description: string,
  { status = 400, headers = {} }: Parts = {},
): Problem {
  const body = { error, error_description: description };
  return makeProblem({ status, code: error, body, headers });
}

/** Why there is no token, in OAuth's own words (RFC 6749 §5.2). */
export const oauthProblems = {
  notAForm: refused('invalid_request', 'The body must be application/x-www-form-urlencoded'),
  unreadable: refused('invalid_request', 'The body could not be read'),
  tooLarge: refused('invalid_request', 'The body must be at most 10 kB', { status: 413 }),
  query: refused('invalid_request', 'Parameters are taken in the body alone'),
  notText: refused('invalid_request', 'The body must be text in UTF-8'),
  repeated_parameter: refused('invalid_request', 'A parameter is there more than once'),
  two_authentications: refused('invalid_request', 'The client authenticates in two ways'),
  missing_grant_type: refused('invalid_request', 'grant_type is required'),
  unsupported_grant_type: refused(
    'unsupported_grant_type',
    'grant_type must be none or client_credentials',
  ),
  invalid_scope: refused('invalid_scope', 'scope must name scopes that the client holds'),
  invalid_client: refused('invalid_client', 'The client could not be authenticated', {
    status: 401,
    headers: { 'WWW-Authenticate': 'Basic realm="access_token"' },
  }),
} as const;
