import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { TextField } from '../../kit/form-parts.js';
import { Icon } from '../../kit/icon.js';
import type { IconName } from '../../kit/icon-shapes.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import type { ChangeKind } from '../../../domain/user-product/change.js';
import {
  choicesOfGroup,
  choicesOfOffer,
  type ChoiceSet,
  type QuantityBounds,
  quantityBounds,
} from '../choices.js';
import { descriptionOf } from '../description-of.js';
import { moneyLines } from '../money-lines.js';
import { namedPrice } from '../named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { offeredCodes, whatIsOffered } from '../what-is-offered.js';
import { ownerOf, type PortalVisit } from '../visitor.js';
import { lifeAt } from './subscription.js';

type OptionView = {
  readonly value: string;
  readonly kind: ChangeKind;
  readonly price: string;
  readonly when: string;
  readonly now: string;
  readonly then: string;
};

export type ChangeView = {
  readonly action: string;
  readonly back: string;
  readonly current: { readonly name: string; readonly price: string };
  readonly replaces: string | null;
  readonly sets: readonly {
    readonly name: string;
    readonly isCurrent: boolean;
    readonly description: string | null;
    readonly options: readonly OptionView[];
  }[];
  readonly refused: readonly { readonly name: string; readonly why: readonly string[] }[];
  readonly quantity: (QuantityBounds & { readonly current: number }) | null;
  readonly chosen: string | null;
};

/** What a subscription may be switched to, with what each comes to, and why not to the rest (docs/spec/pages.md §6). */
export async function answerChange(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const { last } = life;
  if (last.id !== found.id) return { answer: 'moved', path: portalPaths.change(last.id) };
  const sets = await choiceSets(deps, visit, life);
  if (sets === null) return see(portalPaths.subscription(last.id));
  const view = changeView(sets, { life, visit });
  const { say } = visit.written;
  const main = <ChangePage view={view} written={visit.written} />;
  return page({ title: say('change.title'), main, place: 'home' });
}

/** Null where nothing can be asked for here. */
export async function choiceSets(
  deps: PortalDeps,
  visit: PortalVisit,
  life: SubscriptionLife,
  quantity: number | null = null,
): Promise<readonly ChoiceSet[] | null> {
  const { last } = life;
  const key = { ...ownerOf(visit), userProductId: last.id };
  const { change } = whatIsOffered(life, visit.visitor);
  if (change === null) return null;
  if (change === 'group') {
    const listed = await deps.listChangeOptions({ ...key, quantity });
    return listed.ok ? choicesOfGroup(listed) : null;
  }
  const packageCodes = offeredCodes(visit.visitor);
  const { behaviour } = visit.visitor.settings.portal;
  const offered = await deps.listOfferedChanges({ ...key, packageCodes }, behaviour);
  return offered === null ? null : choicesOfOffer(offered);
}

function changeView(
  sets: readonly ChoiceSet[],
  { life, visit }: { readonly life: SubscriptionLife; readonly visit: PortalVisit },
): ChangeView {
  const { written, visitor, query } = visit;
  const { last, context } = life;
  const { catalogue } = context;
  const { say, day } = written;
  const includesVat = visitor.settings.pricesIncludeVat;
  const bounds = quantityBounds(sets);
  const pending = last.pendingChange;
  return {
    action: portalPaths.confirm(last.id),
    back: portalPaths.subscription(last.id),
    current: {
      name: catalogue.packagesById.get(last.packageId)?.name ?? last.packageCode,
      price: namedPrice(written, last.soldPeriod, { quantity: last.quantity, includesVat }),
    },
    replaces:
      pending === null
        ? null
        : say('change.replaces', {
            name:
              catalogue.packagesById.get(pending.target.packageId)?.name ??
              pending.target.packageCode,
            day: day(pending.dueAt),
          }),
    sets: sets
      .filter((it) => it.choices.length > 0)
      .map(({ name, isCurrent, packageId, choices }) => ({
        name,
        isCurrent,
        description: descriptionOf(catalogue.packagesById.get(packageId), written.language),
        options: choices.map(({ value, period, decision }) => {
          const { effectiveAt, timing, amounts, next, kind, target } = decision;
          const isAtOnce = timing === 'immediately';
          const change = { effectiveAt, isAtOnce, amounts, validTo: next.validTo };
          const price = namedPrice(written, period, { quantity: target.quantity, includesVat });
          return {
            value,
            kind,
            price,
            when: isAtOnce ? say('when.now') : say('when.day', { day: day(effectiveAt) }),
            now: moneyLines(change, name, written).now,
            then: say('then.renews', { day: day(next.validTo) }),
          };
        }),
      })),
    refused: sets
      .filter((it) => it.choices.length === 0 && it.refused.length > 0)
      .map(({ name, refused }) => ({ name, why: refused.map((key) => say(key)) })),
    quantity: bounds === null ? null : { ...bounds, current: last.quantity },
    chosen: query.choice ?? null,
  };
}

const iconOfKind: Readonly<Record<ChangeKind, IconName>> = {
  upgrade: 'arrow-up',
  downgrade: 'arrow-down',
  change: 'arrow-left-right',
};

export function ChangePage({ view, written }: { view: ChangeView; written: Written }): JSX.Element {
  const { say } = written;
  const { action, back, current, replaces, sets, refused, quantity, chosen } = view;
  return (
    <>
      <p class="lead">{say('change.current', current)}</p>
      {replaces === null ? null : (
        <Notice tone="waits">
          <p>{replaces}</p>
        </Notice>
      )}
      {sets.length === 0 ? (
        <Notice tone="plain">
          <p>{say('change.none')}</p>
        </Notice>
      ) : (
        <form method="get" action={action} data-guard="">
          {sets.map((set) => (
            <fieldset key={set.name} class="choices">
              <legend>
                {set.name}
                {set.isCurrent ? <span class="mark">{say('change.yours')}</span> : null}
              </legend>
              {set.description === null ? null : <p class="hint">{set.description}</p>}
              {set.options.map((it) => (
                <label key={it.value} class="choice">
                  <input
                    type="radio"
                    name="choice"
                    value={it.value}
                    checked={it.value === chosen}
                    required
                  />
                  <span class="what">
                    <span class="price">
                      <Icon name={iconOfKind[it.kind]} /> {say(`kind.${it.kind}`)}: {it.price}
                    </span>
                    <span>{it.when}</span>
                    <span>{it.now}</span>
                    <span>{it.then}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          {quantity === null ? null : (
            <TextField
              name="quantity"
              label={say('change.quantity')}
              hint={say('change.quantityHint', { least: quantity.least, most: quantity.most })}
              value={String(quantity.current)}
            />
          )}
          <p class="actions">
            <button class="action first" type="submit">
              {say('change.continue')}
            </button>
            <ActionLink kind="quiet" href={back}>
              {say('change.notNow')}
            </ActionLink>
          </p>
        </form>
      )}
      {refused.length === 0 ? null : (
        <section>
          <h2>{say('change.refusedTitle')}</h2>
          <ul class="refused">
            {refused.map(({ name, why }) => (
              <li key={name}>
                <strong>{name}</strong>: {why.join(' ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
