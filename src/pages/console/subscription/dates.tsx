import type { JSX } from 'preact';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { Instant } from '../../../domain/time/instant.js';
import { formatInstant, parseInstant } from '../../../domain/time/instant-text.js';
import type { UserProductEdits } from '../../../domain/user-product/edit-user-product.js';
import type { WriteRefusalReason } from '../../../domain/user-product/refusal.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { PostForm, SubmitButton, TextField } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { ErrorSummary, type FieldFaults } from '../../kit/more-fields.js';
import { page, type PageAnswer, type PageField, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { hiddenOf } from '../../kit/subscription/write-form.js';
import type { Written } from '../../kit/written.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { lastKeyOf, type OpenedSubscription, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import { ruleOfRefusal } from './refusal-words.js';
import type { SubscriptionDeps } from './subscription-deps.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

const longestInstant = 50;
const fields = ['validFrom', 'validTo'] as const;
type DateField = (typeof fields)[number];

export const datesFields: readonly PageField[] = [
  ...guardFields,
  ...fields.map((name) => ({ name, maxLength: longestInstant })),
];

/** The form as it comes back. */
type Back = {
  readonly status: 409 | 412 | 422;
  readonly faults: FieldFaults;
  /** Said first where something has moved. */
  readonly moved: string | null;
};

type DatesView = {
  readonly notes: readonly string[];
  readonly values: Readonly<Record<DateField, string>>;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly back: string;
};

/** When a subscription begins and ends, to be set as the API sets it (docs/spec/payway-api.md §5). */
export async function answerDates(
  deps: Deps,
  visit: OrganisationVisit,
  back: Back | null = null,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { life, at, telling } = opened;
  const { last, context, now } = life;
  if (last.id !== opened.id) return { answer: 'moved', path: consolePaths.dates(at, last.id) };
  const { say } = telling.written;
  const { pendingChange } = last;
  const target = pendingChange && packageNameIn(context.catalogue, pendingChange.target);
  const kept = back?.moved === null ? visit.form : {};
  const view: DatesView = {
    notes: [
      say('console.subscription.dates.hint', {
        now: formatInstant(now, context.catalogue.timeZone),
      }),
      say('console.subscription.dates.paid'),
      ...(target === null ? [] : [say('console.subscription.dates.waits', { name: target })]),
    ],
    values: { ...textOf(last, opened), ...kept },
    action: consolePaths.dates(at, last.id),
    hidden: hiddenOf(life, deps.newKey()),
    back: consolePaths.subscription(at, last.id),
  };
  const content = {
    title: say('console.subscription.dates.title', {
      name: packageNameIn(context.catalogue, last),
    }),
    main: <DatesMain view={view} faulty={back} written={telling.written} />,
    hasFault: back !== null,
    place: 'subscriptions',
  };
  return page(content, back?.status);
}

/** The dates as they stand in the form and in the audit; without an end nothing stands there. */
function textOf(
  { validFrom, validTo }: Pick<UserProduct, DateField>,
  { life }: OpenedSubscription,
): Readonly<Record<DateField, string>> {
  const { timeZone } = life.context.catalogue;
  const text = (it: Instant | null) => (it === null ? '' : formatInstant(it, timeZone));
  return { validFrom: text(validFrom), validTo: text(validTo) };
}

const labels = {
  validFrom: 'console.subscription.fact.from',
  validTo: 'console.subscription.fact.to',
} as const;

function DatesMain(props: {
  readonly view: DatesView;
  readonly faulty: Back | null;
  readonly written: Written;
}): JSX.Element {
  const { view, faulty, written } = props;
  const { say } = written;
  const { notes, values, action, hidden, back } = view;
  const { faults = {}, moved = null } = faulty ?? {};
  return (
    <>
      {moved === null ? null : (
        <Notice tone="fault">
          <p>{moved}</p>
        </Notice>
      )}
      <ErrorSummary title={say('console.subscription.dates.wrong')} faults={faults} />
      {notes.map((it) => (
        <p key={it}>{it}</p>
      ))}
      <PostForm action={action} hidden={hidden}>
        {fields.map((name) => (
          <TextField
            {...{ key: name, name, value: values[name], maxLength: longestInstant }}
            label={say(labels[name])}
            fault={faults[name]}
          />
        ))}
        <p class="actions">
          <SubmitButton>{say('console.subscription.dates.save')}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('change.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
}

/** Sets them; a field that was left empty stays as it is. */
export async function answerDatesDone(deps: Deps, visit: OrganisationVisit): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { say } = visit.written;
  const { edits, unreal } = editsIn(visit.form);
  if (unreal.length > 0) {
    const none = say('console.subscription.dates.none');
    const faults = Object.fromEntries(unreal.map((name) => [name, none]));
    return answerDates(deps, visit, { status: 422, faults, moved: null });
  }
  const { last } = opened.life;
  const facts = (of: Pick<UserProduct, DateField>) => {
    const { validFrom, validTo } = textOf(of, opened);
    return { valid_from: validFrom, valid_to: validTo };
  };
  return answerOperatorAct<WriteRefusalReason>(
    deps,
    { visit, opened },
    {
      action: 'edit_subscription_dates',
      form: 'dates',
      asked: [edits.validFrom ?? null, edits.validTo ?? null],
      before: facts(last),
      after: facts({ ...last, ...edits }),
      write: (guards) => deps.editUserProduct(lastKeyOf(opened), edits, guards),
      refused: (refusals) => {
        const told = refusals.map(({ reason }) => ruleOfRefusal(say, reason));
        const faults = { validTo: told.join(' ') };
        return answerDates(deps, visit, { status: 409, faults, moved: null });
      },
      again: () =>
        answerDates(deps, visit, { status: 412, faults: {}, moved: say('moved.action') }),
    },
  );
}

/** What a form asks for, and which of its fields hold no instant. */
function editsIn(form: Readonly<Record<string, string>>): {
  readonly edits: Pick<UserProductEdits, DateField>;
  readonly unreal: readonly DateField[];
} {
  const filled = fields
    .map((name) => ({ name, text: (form[name] ?? '').trim() }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => ({ name, at: parseInstant(text) }));
  return {
    edits: Object.fromEntries(filled.map(({ name, at }) => [name, at])),
    unreal: filled.flatMap(({ name, at }) => (at === null ? [name] : [])),
  };
}
