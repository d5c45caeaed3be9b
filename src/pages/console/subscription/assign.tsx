import type { JSX } from 'preact';
import { packageNameIn, tierIn } from '../../../domain/catalogue/catalogue.js';
import type { TierInGroup } from '../../../domain/catalogue/product-group.js';
import { type TierId, toId } from '../../../domain/ids.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { guardFields } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, unknownPage } from '../../kit/page-route.js';
import { ActionLink, ColumnHeads, Notice, TableRegion } from '../../kit/parts.js';
import { hiddenOf } from '../../kit/subscription/write-form.js';
import type { Written } from '../../kit/written.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { lastKeyOf, type OpenedSubscription, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import type { SubscriptionDeps } from './subscription-deps.js';
import { tierName } from './targets.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

/** What stands for no tier in the form. */
const none = 'none';
/** Tiers of one package that are offered to choose from. */
const mostTiers = 50;

export const assignFields: readonly PageField[] = [
  ...guardFields,
  { name: 'tier', maxLength: 24, pattern: /^(?:none|[\da-f]{24})$/, isRequired: true },
];

type TierChoice = {
  readonly value: string;
  readonly name: string;
  readonly isCurrent: boolean;
  /** What a customer on it may switch to, each with its day; empty: nothing. */
  readonly switches: readonly string[];
};

type AssignView = {
  readonly choices: readonly TierChoice[];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly back: string;
  readonly moved: string | null;
};

/** The product group of a subscription, and what its customer may switch to by each (docs/spec/pages.md §12). */
export async function answerAssign(
  deps: Deps,
  visit: OrganisationVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  if (opened === null) return unknownPage;
  const { life, at, telling } = opened;
  const { last, context } = life;
  if (last.id !== opened.id) return { answer: 'moved', path: consolePaths.assign(at, last.id) };
  const tiers = [...context.catalogue.tiersById.values()]
    .filter(({ tier }) => tier.packageId === last.packageId)
    .slice(0, mostTiers);
  const view: AssignView = {
    choices: [noTier(opened), ...(await Promise.all(tiers.map((it) => onTier(deps, opened, it))))],
    action: consolePaths.assign(at, last.id),
    hidden: hiddenOf(life, deps.newKey()),
    back: consolePaths.subscription(at, last.id),
    moved,
  };
  const name = packageNameIn(context.catalogue, last);
  return page({
    title: telling.written.say('console.subscription.assign.title', { name }),
    main: <AssignMain view={view} written={telling.written} />,
    hasFault: moved !== null,
    place: 'subscriptions',
  });
}

function noTier({ life: { last, context }, telling }: OpenedSubscription): TierChoice {
  return {
    value: none,
    name: telling.written.say('console.subscription.assign.none'),
    isCurrent: tierIn(context.catalogue, last.tierId) === undefined,
    switches: [],
  };
}

/** By the very use case that tells the customer, of the subscription as it would be on that tier. */
async function onTier(
  { listChangeOptions }: Deps,
  opened: OpenedSubscription,
  known: TierInGroup,
): Promise<TierChoice> {
  const { last, now, context } = opened.life;
  const { say, day } = opened.telling.written;
  const { catalogue } = context;
  const { tier, group } = known;
  const product = { ...last, tierId: tier.id };
  const listed = await listChangeOptions({
    ...lastKeyOf(opened),
    quantity: null,
    seen: { product, now },
  });
  const options = listed.ok ? listed.options : [];
  return {
    value: tier.id,
    name: `${group.name}: ${tierName(known, catalogue)}`,
    isCurrent: last.tierId === tier.id,
    switches: options
      .filter((it) => it.tier.id !== tier.id)
      .flatMap((it) => {
        const decision = it.periods[0]?.decision;
        if (decision === undefined) return [];
        const isAtOnce = decision.timing === 'immediately';
        const when = isAtOnce
          ? say('when.now')
          : say('when.day', { day: day(decision.effectiveAt) });
        return [`${tierName(it, catalogue)} (${say(`kind.${decision.kind}`)}, ${when})`];
      }),
  };
}

type Props = { readonly view: AssignView; readonly written: Written };

function AssignMain({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { choices, action, hidden, back, moved } = view;
  return (
    <>
      {moved === null ? null : (
        <Notice tone="fault">
          <p>{moved}</p>
        </Notice>
      )}
      <PostForm action={action} hidden={hidden}>
        <div class="field">
          <label for="tier">{say('console.subscription.fact.group')}</label>
          <select id="tier" name="tier">
            {choices.map(({ value, name, isCurrent }) => (
              <option key={value} value={value} selected={isCurrent}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <p class="actions">
          <SubmitButton>{say('console.subscription.assign.button')}</SubmitButton>
          <ActionLink kind="quiet" href={back}>
            {say('change.notNow')}
          </ActionLink>
        </p>
      </PostForm>
      <Switches choices={choices} say={say} />
    </>
  );
}

/** By each tier: what its customer may switch to. */
function Switches({
  choices,
  say,
}: {
  readonly choices: readonly TierChoice[];
  readonly say: Written['say'];
}): JSX.Element {
  const title = say('console.subscription.assign.switches');
  return (
    <section>
      <h2>{title}</h2>
      <TableRegion name={title}>
        <table>
          <ColumnHeads names={[say('console.subscription.fact.group'), title]} />
          <tbody>
            {choices.map(({ value, name, isCurrent, switches }) => (
              <tr key={value}>
                <th scope="row">
                  {name}
                  {isCurrent ? ` (${say('console.subscription.assign.current')})` : ''}
                </th>
                <td>
                  {switches.length === 0
                    ? say('console.subscription.assign.nothing')
                    : switches.join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

/** Puts it on that tier, or on none. */
export async function answerAssignDone(deps: Deps, visit: OrganisationVisit): Promise<PageAnswer> {
  const opened = await openSubscription(deps, visit);
  const { tier = none } = visit.form;
  if (opened === null) return unknownPage;
  const tierId = tier === none ? null : toId<TierId>(tier);
  return answerOperatorAct(
    deps,
    { visit, opened },
    {
      action: 'assign_group',
      form: 'assign',
      asked: [tier],
      before: { tier_id: opened.life.last.tierId },
      write: (guards) => deps.assignTier({ ...lastKeyOf(opened), tierId }, guards),
      again: () => answerAssign(deps, visit, visit.written.say('moved.action')),
    },
  );
}
