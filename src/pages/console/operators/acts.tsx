import type { ComponentChildren } from 'preact';
import { type PageLinkId, toId } from '../../../domain/ids.js';
import { parseRole } from '../../../domain/operators/role.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { MessageKey } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { RoleField } from './fields.js';
import { idOfForm, operatorAt, reachOf, roleHere, type SeenOperator } from './listed-operator.js';
import type { OperatorsDeps } from './operators-deps.js';

export type OperatorActsDeps = OperatorsDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;
export type OperatorAct = 'role' | 'disable' | 'enable' | 'link';

const words = {
  role: ['console.operators.roleDo', 'console.operators.roleText'],
  disable: ['console.operators.disableDo', 'console.operators.disableText'],
  enable: ['console.operators.enableDo', 'console.operators.enableText'],
  link: ['console.operators.linkDo', 'console.operators.linkText'],
} as const satisfies Record<OperatorAct, readonly [MessageKey, MessageKey]>;

const pathOf = {
  role: consolePaths.operatorRole,
  disable: consolePaths.operatorDisable,
  enable: consolePaths.operatorEnable,
  link: consolePaths.operatorLink,
} as const satisfies Record<OperatorAct, unknown>;

/** Nobody shuts themselves out, or makes more of themselves: another owner does. */
async function otherAt(
  deps: OperatorActsDeps,
  visit: OrganisationVisit,
): Promise<SeenOperator | null> {
  const operator = await operatorAt(deps, visit);
  return operator?.id === visit.visitor.operator.id ? null : operator;
}

/** What an action means, before it is done. */
export async function answerAct(
  deps: OperatorActsDeps,
  visit: OrganisationVisit,
  act: OperatorAct,
): Promise<PageAnswer> {
  const operator = await otherAt(deps, visit);
  if (operator === null) return unknownPage;
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  const [title, text] = words[act];
  const isRole = act === 'role';
  return shown(say(title), [
    <p class="lead">{say(text, { name: operator.name })}</p>,
    <PostForm action={pathOf[act](at, operator.id)} hidden={{ key: deps.newKey() }}>
      {isRole ? <RoleField say={say} value={roleHere(operator, visit)} mayBeNone /> : null}
      <p class="actions">
        <SubmitButton>{say(title)}</SubmitButton>
        <ActionLink kind="quiet" href={consolePaths.operator(at, operator.id)}>
          {say('change.notNow')}
        </ActionLink>
      </p>
    </PostForm>,
  ]);
}

/** Does it; a one-time link is shown this once. */
export async function answerActDone(
  deps: OperatorActsDeps,
  visit: OrganisationVisit,
  act: OperatorAct,
): Promise<PageAnswer> {
  const operator = await otherAt(deps, visit);
  if (operator === null) return unknownPage;
  if (act === 'link') return showLink(deps, visit, operator);
  const done = await doneOf(deps, visit, { operator, act });
  if (!done.ok) return refusedAct(done.failure);
  const at = visit.visitor.at.organisation.id;
  const isGone = act === 'role' && visit.form.role === 'none';
  return see(isGone ? consolePaths.operators(at) : consolePaths.operator(at, operator.id));
}

function doneOf(
  { audited, setOperatorRole, disableOperator, enableOperator }: OperatorActsDeps,
  visit: OrganisationVisit,
  {
    operator,
    act,
  }: { readonly operator: SeenOperator; readonly act: 'role' | 'disable' | 'enable' },
) {
  const { id } = operator;
  const key = { within: reachOf(visit), id };
  const ids = { operator: id };
  if (act === 'role') {
    const role = parseRole(visit.form.role ?? '');
    const organisationId = visit.visitor.at.organisation.id;
    const before = { role: roleHere(operator, visit) };
    return audited(
      auditedAct(visit, 'edit_operators', { ids, before }),
      () => setOperatorRole({ ...key, organisationId, role }),
      () => ({ after: { role } }),
    );
  }
  const run = act === 'disable' ? disableOperator : enableOperator;
  const before = { disabled: operator.disabled };
  return audited(
    auditedAct(visit, 'edit_operators', { ids, before }),
    () => run(key),
    () => ({ after: { disabled: act === 'disable' } }),
  );
}

async function showLink(
  { audited, makeOperatorLink }: OperatorActsDeps,
  visit: OrganisationVisit,
  { id, name }: SeenOperator,
): Promise<PageAnswer> {
  const { written, visitor, address, form } = visit;
  const { say } = written;
  const chosenId = idOfForm((it) => toId<PageLinkId>(it), visitor.operator.id, form.key ?? '');
  const made = await audited(
    auditedAct(visit, 'edit_operators', { ids: { operator: id, link: chosenId } }),
    () => makeOperatorLink({ within: reachOf(visit), id, chosenId }),
  );
  if (!made.ok) return refusedAct(made.failure);
  const link = address.origin + consolePaths.enter(made.token);
  return shown(say('console.operators.linkTitle', { name }), [
    <Notice tone="waits">
      <p>{say('console.operators.linkOnce', { moment: written.moment(made.endsAt) })}</p>
    </Notice>,
    <p>
      <code class="secret">{link}</code>
    </p>,
    <p class="actions">
      <ActionLink href={consolePaths.operator(visitor.at.organisation.id, id)}>
        {say('console.operators.back', { name })}
      </ActionLink>
    </p>,
  ]);
}

function shown(title: string, parts: readonly ComponentChildren[]): PageAnswer {
  return page({ title, place: 'operators', main: <>{parts}</> });
}

/** The page did not offer it: somebody else was faster, or it was never theirs to do. */
function refusedAct(failure: string): PageAnswer {
  return failure === 'unknown_operator'
    ? unknownPage
    : { answer: 'failed', failure: 'not_allowed' };
}
