import { isLastWayIn } from '../../../application/operators/own-passkeys.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { ConsoleVisit } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { hasProved, type MeDeps, mePage } from './me.js';
import { endCookie, partyAt, passkeyTask } from './passkey-form.js';

type PasskeysDeps = MeDeps & Pick<AccessDeps, 'askNewPasskey' | 'addPasskey' | 'removePasskey'>;

const notAllowed: PageAnswer = { answer: 'failed', failure: 'not_allowed' };

/** What a browser is to make a passkey of. */
export async function answerNewPasskeyOptions(
  deps: PasskeysDeps,
  visit: ConsoleVisit,
): Promise<PageAnswer> {
  if (!hasProved(deps, visit)) return notAllowed;
  const party = partyAt(visit.address);
  const task = party && (await deps.askNewPasskey(visit.visitor.operator.id, party));
  return task === null ? unknownPage : passkeyTask(task, visit.address);
}

/** Keeps the passkey that a browser has made. */
export async function answerAddPasskey(
  deps: PasskeysDeps,
  visit: ConsoleVisit,
): Promise<PageAnswer> {
  if (!hasProved(deps, visit)) return see(consolePaths.prove(consolePaths.me));
  const party = partyAt(visit.address);
  if (party === null) return unknownPage;
  const { form, loginCookie: sealed, visitor, written, address } = visit;
  const { answer = '' } = form;
  const operatorId = visitor.operator.id;
  const added = await deps.addPasskey({ answer, sealed, party, operatorId });
  const cookies = [endCookie(address)];
  if (added.ok) return { ...see(consolePaths.me), cookies };
  if (added.failure === 'unknown_operator') return unknownPage;
  const words = { passkey_refused: 'console.me.refused', too_many_passkeys: 'console.me.tooMany' };
  const key = words[added.failure] as 'console.me.refused' | 'console.me.tooMany';
  return mePage(deps, visit, written.say(key));
}

/** What it means to remove a passkey, before it is done. */
export async function answerRemovePasskey(
  deps: PasskeysDeps,
  visit: ConsoleVisit,
): Promise<PageAnswer> {
  if (!hasProved(deps, visit)) return see(consolePaths.prove(visit.path));
  return removePage(deps, visit, 200);
}

/** Removes it. Where it has become the last way in meanwhile, the page says so first. */
export async function answerRemovePasskeyDone(
  deps: PasskeysDeps,
  visit: ConsoleVisit,
): Promise<PageAnswer> {
  if (!hasProved(deps, visit)) return see(consolePaths.prove(visit.path));
  const removed = await deps.removePasskey({
    operatorId: visit.visitor.operator.id,
    passkeyId: visit.params.passkey ?? '',
    isLastTold: visit.form.last === 'told',
  });
  if (removed.ok) return see(consolePaths.me);
  return removed.failure === 'last_way_in' ? removePage(deps, visit, 409) : unknownPage;
}

async function removePage(
  { readWaysIn }: PasskeysDeps,
  { visitor, params, written }: ConsoleVisit,
  status: 200 | 409,
): Promise<PageAnswer> {
  const { say } = written;
  const ways = await readWaysIn(visitor.operator.id);
  const passkey = ways?.passkeys.find((it) => it.id === params.passkey);
  if (ways === null || passkey === undefined) return unknownPage;
  const isLast = isLastWayIn(ways, passkey.id);
  return page(
    {
      title: say('console.me.removeTitle'),
      hasFault: status !== 200,
      main: (
        <>
          <p class="lead">
            {say('console.me.removeText', { moment: written.moment(passkey.addedAt) })}
          </p>
          {isLast ? (
            <Notice tone="waits">
              <p>{say('console.me.lastText')}</p>
            </Notice>
          ) : null}
          <PostForm
            action={consolePaths.removePasskey(passkey.id)}
            hidden={isLast ? { last: 'told' } : {}}
          >
            <p class="actions">
              <SubmitButton>
                {say(isLast ? 'console.me.removeLast' : 'console.me.removeDo')}
              </SubmitButton>
              <ActionLink kind="quiet" href={consolePaths.me}>
                {say('change.notNow')}
              </ActionLink>
            </p>
          </PostForm>
        </>
      ),
    },
    status,
  );
}
