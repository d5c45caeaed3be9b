import { setCookie } from '../../kit/cookies.js';
import type { PageAnswer } from '../../kit/page-route.js';
import { consolePaths } from '../paths.js';
import type { ConsoleVisit } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';

/** Ends this browser's session, and leads to where one comes in. */
export async function answerLogOut(
  { logOutOperator }: Pick<AccessDeps, 'logOutOperator'>,
  { cookie, address }: ConsoleVisit,
): Promise<PageAnswer> {
  if (cookie !== null) await logOutOperator(cookie);
  const cookies = [setCookie('console', null, { isHttps: address.isHttps })];
  return { answer: 'see', path: consolePaths.login, cookies };
}
