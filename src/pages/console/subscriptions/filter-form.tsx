import type { JSX } from 'preact';
import { subscriptionNeeds } from '../../../application/user-product/search-subscriptions.js';
import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import { userProductStates } from '../../../domain/user-product/user-product.js';
import { SubmitButton, TextField } from '../../kit/form-parts.js';
import { type ChoiceOption, SelectField } from '../../kit/more-fields.js';
import { ActionLink } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { AskedList, FilterName } from './asked.js';

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
  const choose = (name: Exclude<FilterName, 'q' | 'due'>, choices: readonly ChoiceOption[]) => (
    <SelectField
      name={name}
      label={say(`console.subscriptions.filter.${name}`)}
      options={[{ value: '', label: say('console.subscriptions.filter.all') }, ...choices]}
      chosen={shown[name] ?? ''}
    />
  );
  return (
    <form method="get" action={path} class="search" role="search">
      <TextField
        name="q"
        label={say('console.subscriptions.filter.q')}
        hint={say('console.subscriptions.filter.hint')}
        value={shown.q ?? ''}
        maxLength={100}
      />
      <div class="narrow">
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

function statesIn(say: Say): readonly ChoiceOption[] {
  return userProductStates.map((value) => ({
    value,
    label: say(`console.subscriptions.state.${value}`),
  }));
}

function needsIn(say: Say): readonly ChoiceOption[] {
  return subscriptionNeeds.map((value) => ({
    value,
    label: say(`console.subscriptions.needs.${value}`),
  }));
}

function packagesIn({ packagesByCode }: Catalogue): readonly ChoiceOption[] {
  return [...packagesByCode.values()]
    .slice(0, mostChoices)
    .map(({ code, name }) => ({ value: code, label: name }));
}

function groupsIn({ groupsById }: Catalogue): readonly ChoiceOption[] {
  return [...groupsById.values()]
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ value: id, label: name }));
}
