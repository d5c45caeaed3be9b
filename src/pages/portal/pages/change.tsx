import type { JSX } from 'preact';
import type { ChangeKind } from '../../../domain/user-product/change.js';
import { TextField } from '../../kit/form-parts.js';
import { Icon } from '../../kit/icon.js';
import type { IconName } from '../../kit/icon-shapes.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import {
  type ChangeView,
  changeView,
  choiceSets,
  type ChoiceSetView,
  type OptionView,
} from '../change-view.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import type { PortalVisit } from '../visitor.js';
import { lifeAt } from './subscription.js';

/** What a subscription may be switched to, with what each comes to, and why not to the rest (docs/spec/pages.md §6). */
export async function answerChange(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  if (found === null) return unknownPage;
  const { life } = found;
  const { last } = life;
  if (last.id !== found.id) return { answer: 'moved', path: portalPaths.change(last.id) };
  const sets = await choiceSets(deps, { life, visit });
  if (sets === null) return see(portalPaths.subscription(last.id));
  const view = changeView(sets, { life, visit });
  const { say } = visit.written;
  const main = <ChangePage view={view} written={visit.written} />;
  return page({ title: say('change.title'), main, place: 'home' });
}

const iconOfKind: Readonly<Record<ChangeKind, IconName>> = {
  upgrade: 'arrow-up',
  downgrade: 'arrow-down',
  change: 'arrow-left-right',
};

type Props = { readonly view: ChangeView; readonly written: Written };

function ChangePage({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { current, replaces, sets, refused } = view;
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
        <ChoiceForm view={view} written={written} />
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

function ChoiceForm({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { action, back, sets, quantity, chosen } = view;
  return (
    <form method="get" action={action} data-guard="">
      {sets.map((it) => (
        <ChoiceFields key={it.name} set={it} chosen={chosen} written={written} />
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
  );
}

/** A tier or a package with its prices: all prices of a page are one group, of which one is chosen. */
function ChoiceFields(props: {
  readonly set: ChoiceSetView;
  readonly chosen: string | null;
  readonly written: Written;
}): JSX.Element {
  const { set, chosen, written } = props;
  return (
    <fieldset class="choices">
      <legend>
        {set.name}
        {set.isCurrent ? <span class="mark">{written.say('change.yours')}</span> : null}
      </legend>
      {set.description === null ? null : <p class="hint">{set.description}</p>}
      {set.options.map((it) => (
        <ChoiceField
          key={it.value}
          option={it}
          isChosen={it.value === chosen}
          kind={written.say(`kind.${it.kind}`)}
        />
      ))}
    </fieldset>
  );
}

function ChoiceField(props: {
  readonly option: OptionView;
  readonly isChosen: boolean;
  readonly kind: string;
}): JSX.Element {
  const { option, isChosen, kind } = props;
  const { value, price, when, now, then } = option;
  return (
    <label class="choice">
      <input type="radio" name="choice" value={value} checked={isChosen} required />
      <span class="what">
        <span class="price">
          <Icon name={iconOfKind[option.kind]} /> {kind}: {price}
        </span>
        <span>{when}</span>
        <span>{now}</span>
        <span>{then}</span>
      </span>
    </label>
  );
}
