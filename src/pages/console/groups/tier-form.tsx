import type { JSX } from 'preact';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import { groupLimits, groupTextFault } from '../../../domain/catalogue/group-limits.js';
import type { Package } from '../../../domain/catalogue/package.js';
import type { CreditType, Tier } from '../../../domain/catalogue/product-group.js';
import type { PaymentPeriodId } from '../../../domain/ids.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { manyIn, type PageField } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { Written } from '../../kit/written.js';
import {
  FaultSummary,
  type GroupFaults,
  LineField,
  ListField,
  PickSet,
  TickField,
} from './fields.js';
import { planName } from './group-at.js';

/** What is said of a tier besides its product and its position. */
export type TierInput = Pick<
  Tier,
  'periodIds' | 'upgradeable' | 'downgradeable' | 'changeTiming' | 'creditType' | 'label'
>;

const creditTypes: readonly CreditType[] = ['none', 'pro_rata', 'full', 'last_invoiced'];
const timings = ['immediately', 'end_of_period'] as const;
const longestLabel = groupLimits.labelLength;
/** More than a tier may have, so that too many are told as such and not as a form that is broken. */
const mostSent = 500;

export const tierFormFields: readonly PageField[] = [
  { name: 'plans', maxLength: 24, pattern: /^[\da-f]{24}$/, atMost: mostSent },
  { name: 'upgradeable', maxLength: 3, pattern: /^yes$/ },
  { name: 'downgradeable', maxLength: 3, pattern: /^yes$/ },
  { name: 'timing', maxLength: 13, pattern: /^(?:immediately|end_of_period)$/, isRequired: true },
  { name: 'credit', maxLength: 13, pattern: /^(?:none|pro_rata|full|last_invoiced)$/ },
  { name: 'label', maxLength: 1_000 },
];

/** How a new tier is offered to be. */
export const newTierInput: TierInput = {
  periodIds: [],
  upgradeable: true,
  downgradeable: true,
  changeTiming: 'end_of_period',
  creditType: 'none',
  label: null,
};

export function tierInputOf(form: Readonly<Record<string, string>>): TierInput {
  const label = (form.label ?? '').trim();
  return {
    periodIds: manyIn(form.plans) as readonly PaymentPeriodId[],
    upgradeable: form.upgradeable === 'yes',
    downgradeable: form.downgradeable === 'yes',
    changeTiming: timings.find((it) => it === form.timing) ?? 'end_of_period',
    creditType: creditTypes.find((it) => it === form.credit) ?? 'none',
    label: label === '' ? null : label,
  };
}

/** What is wrong with it; its plans must be some of its product's. */
export function tierInputFaults(
  { periodIds, label }: TierInput,
  pack: Package | undefined,
  say: Say,
): GroupFaults {
  const plans = plansFault(periodIds, pack, say);
  const text = labelFault(label ?? '', say);
  return { ...(plans === null ? {} : { plans }), ...(text === null ? {} : { label: text }) };
}

function plansFault(
  periodIds: TierInput['periodIds'],
  pack: Package | undefined,
  say: Say,
): string | null {
  const known = new Set(plansOf(pack).map(({ id }) => id));
  const arePlans = periodIds.length > 0 && periodIds.every((it) => known.has(it));
  if (!arePlans) return say('console.groups.fault.noPlans');
  const most = groupLimits.plansOfTier;
  return periodIds.length > most ? say('console.groups.fault.manyPlans', { most }) : null;
}

function labelFault(label: string, say: Say): string | null {
  const fault = groupTextFault(label, longestLabel);
  if (fault === 'too_long') return say('console.groups.fault.longLabel', { most: longestLabel });
  return fault === null ? null : say('console.groups.fault.unprintable');
}

/** The price plans that a tier of that product may have: those that recur. */
export function plansOf(pack: Package | undefined): Package['periods'] {
  return pack?.periods.filter(({ type }) => type === 'recurring') ?? [];
}

/** The product of a tier by its name, or by its id where the catalogue has lost it. */
export function productNameIn(
  { packagesById }: Pick<Catalogue, 'packagesById'>,
  { packageId }: Pick<Tier, 'packageId'>,
): string {
  return packagesById.get(packageId)?.name ?? packageId;
}

/** The form of one tier, once its product is chosen (docs/spec/pages.md §12). */
export function TierForm(props: {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly pack: Package | undefined;
  readonly input: TierInput;
  readonly faults: GroupFaults;
  readonly button: string;
  readonly back: string;
  readonly written: Written;
}): JSX.Element {
  const { action, hidden, pack, input, faults, button, back, written } = props;
  const { say } = written;
  return (
    <>
      <FaultSummary faults={faults} say={say} />
      <PostForm action={action} hidden={hidden}>
        <PickSet
          id="plans"
          type="checkbox"
          legend={say('console.groups.plans')}
          hint={say('console.groups.plansHint')}
          options={plansOf(pack).map((it) => ({ value: it.id, label: planName(it, written) }))}
          picked={input.periodIds}
          {...(faults.plans === undefined ? {} : { fault: faults.plans })}
        />
        {(['upgradeable', 'downgradeable'] as const).map((it) => (
          <TickField
            key={it}
            id={it}
            label={say(`console.groups.field.${it}`)}
            hint={say(`console.groups.hint.${it}`)}
            isTicked={input[it]}
          />
        ))}
        <TermFields input={input} say={say} />
        <LabelField input={input} faults={faults} say={say} />
        <p class="actions">
          <SubmitButton>{button}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('console.groups.notNow')}
          </ActionLink>
        </p>
      </PostForm>
    </>
  );
}

function LabelField(props: {
  readonly input: TierInput;
  readonly faults: GroupFaults;
  readonly say: Say;
}): JSX.Element {
  const { input, faults, say } = props;
  return (
    <LineField
      id="label"
      label={say('console.groups.label')}
      hint={say('console.groups.labelHint')}
      value={input.label ?? ''}
      maxLength={longestLabel}
      {...(faults.label === undefined ? {} : { fault: faults.label })}
    />
  );
}

/** When, and what is given back; the latter is hidden by the style sheet where it is not used. */
function TermFields({ input, say }: { readonly input: TierInput; readonly say: Say }): JSX.Element {
  return (
    <div class="terms">
      <PickSet
        id="timing"
        type="radio"
        legend={say('console.groups.timing')}
        hint={say('console.groups.timingHint')}
        options={timings.map((it) => ({ value: it, label: say(`console.groups.timing.${it}`) }))}
        picked={[input.changeTiming]}
      />
      <div class="credit">
        <ListField
          id="credit"
          label={say('console.groups.credit')}
          hint={say('console.groups.creditHint')}
          options={creditTypes.map((it) => ({
            value: it,
            label: say(`console.groups.credit.${it}`),
          }))}
          picked={input.creditType}
        />
      </div>
    </div>
  );
}
