import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { IssueAccessToken } from '../../application/authorization/issue-access-token.js';
import type { Turn } from '../../application/ports/secret-hashes.js';
import { answerJson } from '../core/answer-json.js';
import { makeOtherMethods } from '../core/checks/other-methods.js';
import { queryParametersOf } from '../core/checks/query-parameters.js';
import { readBytes } from '../core/checks/read-bytes.js';
import { makeAddressRateLimit } from '../core/checks/rate-limit.js';
import { clientAddressOf } from '../core/checks/client-address.js';
import { undecodableNamesIn } from '../core/checks/undecodable-names.js';
import type { Problem } from '../core/problem.js';
import type { SignIn } from '../core/sign-in.js';
import { oauthProblems } from './oauth-problems.js';
import { shownClientId } from './shown-client-id.js';
import { readTokenRequest } from './token-request.js';

export type AuthorizationDeps = {
  readonly issueAccessToken: IssueAccessToken;
  /** For each address: every request costs a hash of some 50 ms. */
  readonly tokenRequestsPerMinute: number;
};

const limitBytes = 10 * 1024;

/** `POST /api/authorization/access_token` (docs/spec/payway-api.md §4). */
export function makeAuthorizationRouter(deps: AuthorizationDeps): Router {
  const router = Router({ caseSensitive: true });
  router
    .route('/access_token')
    .all(neverStored)
    .post(
      noteSignIn,
      makeAddressRateLimit(deps.tokenRequestsPerMinute),
      noQuery,
      makeFormBody(),
      makeAccessToken(deps.issueAccessToken),
    )
    .all(makeOtherMethods('POST'));
  return router;
}

const neverStored: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Pragma', 'no-cache');
  next();
};

/** For the log: where it comes from, and later who it says it is, until that is proven. */
const noteSignIn: RequestHandler = (req, res, next) => {
  const address = clientAddressOf(req).text;
  res.locals.signIn = { address, triedClientId: null } satisfies SignIn;
  next();
};

/** Parameters are in the form alone: what stands in an address gets into logs (RFC 6749 §2.3.1). */
const noQuery: RequestHandler = (req, _res, next) => {
  const isAsked = Object.keys(queryParametersOf(req)).length > 0;
  next(isAsked ? oauthProblems.query : undefined);
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a form; what they say is read by `readTokenRequest`. */
function makeFormBody(): RequestHandler {
  const type = 'application/x-www-form-urlencoded';
  return async (req, _res, next) => {
    const { 'content-type': sentType, 'content-encoding': encoding = 'identity' } = req.headers;
    if (sentType?.split(';', 1)[0]?.trim().toLowerCase() !== type) {
      next(oauthProblems.notAForm);
      return;
    }
    const bytes = encoding === 'identity' ? await readBytes(req, limitBytes) : 'unreadable';
    req.body = bytes;
    next(typeof bytes === 'string' ? readingProblems[bytes] : formProblem(bytes));
  };
}

const readingProblems = {
  too_large: oauthProblems.tooLarge,
  unreadable: oauthProblems.unreadable,
} as const;

function formProblem(form: Buffer): Problem | undefined {
  return isText(form) ? undefined : oauthProblems.notText;
}

/** Whether all of a form is UTF-8, as it stands and as it is decoded; what is not would become other text, silently. */
function isText(form: Buffer): boolean {
  try {
    const encoded = utf8.decode(form).replace(/[^!-~]+/g, encodeURIComponent);
    return undecodableNamesIn(encoded).length === 0;
  } catch {
    return false;
  }
}

function makeAccessToken(issueAccessToken: IssueAccessToken): RequestHandler {
  return async (req, res, next) => {
    const read = readTokenRequest(req.body, req.headers.authorization);
    noteTried(res, read.ok ? read.command.clientId : read.clientId);
    if (!read.ok) {
      next(oauthProblems[read.failure]);
      return;
    }
    const turn = turnOf(req, res);
    const issued = await issueAccessToken(read.command, turn).catch((error: unknown) => {
      if (error !== turn.signal.reason) throw error;
      return null;
    });
    if (issued === null) return;
    if (!issued.ok) {
      next(oauthProblems[issued.failure]);
      return;
    }
    noteTried(res, null);
    answerJson(res, 200, {
      access_token: issued.accessToken,
      token_type: 'Bearer',
      expires_in: issued.expiresInSeconds,
      scope: issued.scopes.join(' '),
    });
  };
}

/** Those of one address wait in one line, which they leave when they are answered otherwise or their client is gone. */
function turnOf(req: Request, res: Response): Turn {
  const closed = new AbortController();
  res.once('close', () => {
    closed.abort();
  });
  return { from: clientAddressOf(req).network, signal: closed.signal };
}

function noteTried(res: Response, clientId: string | null): void {
  const { signIn } = res.locals as { signIn: SignIn };
  const triedClientId = clientId === null ? null : shownClientId(clientId);
  res.locals.signIn = { ...signIn, triedClientId } satisfies SignIn;
}
