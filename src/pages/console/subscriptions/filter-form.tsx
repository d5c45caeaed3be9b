import type { JSX } from 'preact';
import { subscriptionNeeds } from '../../../application/user-product/search-subscriptions.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import { userProductStates } from '../../../domain/user-product/user-product.js';
import { SubmitButton, TextField } from '../../kit/form-parts.js';
import { ActionLink } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { AskedList, FilterName } from './asked.js';

type Choice = { readonly value: string; readonly label: string };

/** More than these are not listed to choose from: they are found by their code in the address. */
const mostChoices = 200;

/** One box for all that a subscription may be called, and what it must be. */
export function FilterForm(props: {
  readonly path: string;
  readonly shown: AskedList['shown'];
  readonly catalogue: Catalogue;
  readonly say: Say;
}): JSX.Element {
  const { path, shown, catalogue, say } = props;
  const choose = (name: Exclude<FilterName, 'q' | 'due'>, choices: readonly Choice[]) => (
    <Choose
      name={name}
      label={say(`console.subscriptions.filter.${name}`)}
      all={say('console.subscriptions.filter.all')}
      chosen={shown[name] ?? ''}
      choices={choices}
    />
  );
  return (
    <form method="get" action={path} class="filters" role="search">
      <TextField
        name="q"
        label={say('console.subscriptions.filter.q')}
        hint={say('console.subscriptions.filter.hint')}
        value={shown.q ?? ''}
        maxLength={100}
      />
      <div class="choices">
        {choose('state', statesIn(say))}
        {choose('package', packagesIn(catalogue))}
        {choose('group', groupsIn(catalogue))}
        <div class="field">
          <label for="due">{say('console.subscriptions.filter.due')}</label>
          <input id="due" name="due" type="date" value={shown.due ?? ''} />
        </div>
        {choose('needs', needsIn(say))}
      </div>
      <p class="actions">
        <SubmitButton>{say('console.subscriptions.filter.find')}</SubmitButton>
        {Object.keys(shown).length === 0 ? null : (
          <ActionLink kind="quiet" href={path}>
            {say('console.subscriptions.filter.clear')}
          </ActionLink>
        )}
      </p>
    </form>
  );
}

function statesIn(say: Say): readonly Choice[] {
  return userProductStates.map((value) => ({
    value,
    label: say(`console.subscriptions.state.${value}`),
  }));
}

function needsIn(say: Say): readonly Choice[] {
  return subscriptionNeeds.map((value) => ({
    value,
    label: say(`console.subscriptions.needs.${value}`),
  }));
}

function packagesIn({ packagesByCode }: Catalogue): readonly Choice[] {
  return [...packagesByCode.values()]
    .slice(0, mostChoices)
    .map(({ code, name }) => ({ value: code, label: name }));
}

function groupsIn({ groupsById }: Catalogue): readonly Choice[] {
  return [...groupsById.values()]
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ value: id, label: name }));
}

function Choose(props: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}): JSX.Element {
  const { name, label, all, chosen, choices } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {choices.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === chosen}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  );
}
