import type { WriteGuards } from '../../../application/commit/guards.js';
import type { WriteResult } from '../../../application/commit/write-result.js';
import type { AuditFacts } from '../../../application/ports/audit-store.js';
import type { OperatorAction } from '../../../domain/operators/role.js';
import type { Refusal } from '../../../domain/user-product/refusal.js';
import { guardsOfForm, versionIn } from '../../kit/keyed-form.js';
import { type PageAnswer, see } from '../../kit/page-route.js';
import { afterFailedAction } from '../../kit/subscription/write-form.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { OpenedSubscription } from './opened-subscription.js';
import type { OperatorRefusalReason } from './refusal-words.js';
import { operatorRefusedPage } from './refused-page.js';

type OperatorAct<Reason extends OperatorRefusalReason> = {
  readonly action: OperatorAction;
  /** Names the form, so that a key of one is none of another. */
  readonly form: string;
  /** What is asked for besides the user product: another thing under the same key is refused. */
  readonly asked?: readonly (string | number | null)[];
  readonly ids?: Readonly<Record<string, string>>;
  readonly before?: AuditFacts;
  /** What it is once it is done. */
  readonly after?: AuditFacts;
  readonly write: (guards: WriteGuards) => Promise<WriteResult<Reason>>;
  /** Where the page itself tells which rules stand against it; else a page of their own does. */
  readonly refused?: (refusals: readonly Refusal<Reason>[]) => Promise<PageAnswer>;
  /** The page anew, with what has moved. */
  readonly again: () => Promise<PageAnswer>;
};

type ActDeps = Pick<CommonConsoleDeps, 'audited'>;

/** Does what a form of an operator asks for, writes it down, and goes back to the subscription. */
export async function answerOperatorAct<Reason extends OperatorRefusalReason>(
  { audited }: ActDeps,
  { visit, opened }: { readonly visit: OrganisationVisit; readonly opened: OpenedSubscription },
  wanted: OperatorAct<Reason>,
): Promise<PageAnswer> {
  const { action, form, asked = [], ids = {}, before, after, write, refused, again } = wanted;
  const guards = operatorGuards(visit, opened, { form, asked });
  const about = { user_product_id: opened.life.last.id, ...ids };
  const act = auditedAct(visit, action, { ids: about, ...(before ? { before } : {}) });
  const result = await audited(
    act,
    () => write(guards),
    (done) => ({
      ...effectOf(done),
      ...(after ? { after } : {}),
    }),
  );
  if (result.ok) return see(consolePaths.subscription(opened.at, opened.life.last.id));
  if (result.failure === 'refused' && refused !== undefined) return refused(result.refusals);
  return afterFailedAction(result, {
    refused: (refusals) => operatorRefusedPage(refusals, opened).content,
    again,
  });
}

/** The user product that is answered, where a new one goes on. */
function effectOf(done: Extract<WriteResult<never>, { readonly ok: true }>) {
  return 'id' in done ? { ids: { answered_id: done.id } } : {};
}

/** The guards of a form on a subscription; sent again, it leads where it led the first time. */
function operatorGuards(
  { visitor, form }: OrganisationVisit,
  { at, id, life }: OpenedSubscription,
  asked: { readonly form: string; readonly asked: readonly (string | number | null)[] },
): WriteGuards {
  return guardsOfForm({
    owner: ['console', at, visitor.operator.id],
    action: asked.form,
    key: form.key ?? '',
    command: [id, ...asked.asked],
    version: versionIn(form.version),
    pathOf: () => consolePaths.subscription(at, life.last.id),
  });
}
