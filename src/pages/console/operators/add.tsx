import { type OperatorId, toId } from '../../../domain/ids.js';
import { parseRole } from '../../../domain/operators/role.js';
import { PostForm, SubmitButton, TextField } from '../../kit/form-parts.js';
import { page, type PageAnswer, see } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import type { MessageKey } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { FormFault, RoleField } from './fields.js';
import { idOfForm, reachOf } from './listed-operator.js';
import type { OperatorsDeps } from './operators-deps.js';

type AddDeps = Pick<OperatorsDeps, 'addOperator'> & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;
type Fault = readonly [field: string, key: MessageKey];

const faults = {
  name_not_allowed: ['name', 'console.operators.nameFault'],
  email_not_allowed: ['email', 'console.operators.emailFault'],
  email_taken: ['email', 'console.operators.emailTaken'],
} as const satisfies Record<string, Fault>;

/** The form for somebody new. */
export function answerNewOperator(deps: AddDeps, visit: OrganisationVisit): Promise<PageAnswer> {
  return Promise.resolve(addPage(visit, deps.newKey(), null));
}

/** Adds them with one role in the organisation of the page. */
export async function answerAddOperator(
  { addOperator, audited }: AddDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { form, visitor } = visit;
  const { name = '', email = '', key = '' } = form;
  const organisationId = visitor.at.organisation.id;
  const role = parseRole(form.role ?? '') ?? 'viewer';
  const chosenId = idOfForm((it) => toId<OperatorId>(it), visitor.operator.id, key);
  const added = await audited(
    auditedAct(visit, 'edit_operators', { ids: { operator: chosenId } }),
    () => addOperator({ within: reachOf(visit), organisationId, role, name, email, chosenId }),
    () => ({ after: { role } }),
  );
  if (added.ok) return see(consolePaths.operator(organisationId, added.id));
  if (added.failure === 'out_of_scope') return { answer: 'failed', failure: 'not_allowed' };
  return addPage(visit, key, faults[added.failure]);
}

function addPage(
  { written: { say }, visitor, form }: OrganisationVisit,
  key: string,
  fault: Fault | null,
): PageAnswer {
  const at = visitor.at.organisation.id;
  const words = fault === null ? null : say(fault[1]);
  const faultAt = (field: string) =>
    words !== null && fault?.[0] === field ? { fault: words } : {};
  return page(
    {
      title: say('console.operators.add'),
      place: 'operators',
      hasFault: fault !== null,
      main: (
        <>
          {fault === null || words === null ? null : <FormFault field={fault[0]} text={words} />}
          <p class="lead">{say('console.operators.addText')}</p>
          <PostForm action={consolePaths.newOperator(at)} hidden={{ key }}>
            <TextField
              name="name"
              label={say('console.operators.name')}
              value={form.name ?? ''}
              maxLength={100}
              {...faultAt('name')}
            />
            <TextField
              name="email"
              label={say('console.operators.email')}
              value={form.email ?? ''}
              maxLength={254}
              {...faultAt('email')}
            />
            <RoleField say={say} value={parseRole(form.role ?? '') ?? 'viewer'} mayBeNone={false} />
            <p class="actions">
              <SubmitButton>{say('console.operators.addDo')}</SubmitButton>
              <ActionLink kind="quiet" href={consolePaths.operators(at)}>
                {say('change.notNow')}
              </ActionLink>
            </p>
          </PostForm>
        </>
      ),
    },
    fault === null ? 200 : 422,
  );
}
