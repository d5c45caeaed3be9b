import type { JSX } from 'preact';
import { groupLimits, groupTextFault } from '../../../domain/catalogue/group-limits.js';
import type { ProductGroup } from '../../../domain/catalogue/product-group.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import type { PageField } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { FaultSummary, type GroupFaults, LineField, TickField } from './fields.js';

/** What is said of a group itself. */
export type GroupInput = Pick<ProductGroup, 'name' | 'enabled' | 'forceSameBillingInterval'>;

const longestName = groupLimits.nameLength;

/** More than that is no name, so that a longer one is told as such and not as a form that is broken. */
export const groupFormFields: readonly PageField[] = [
  { name: 'name', maxLength: 2_000 },
  { name: 'enabled', maxLength: 3, pattern: /^yes$/ },
  { name: 'force', maxLength: 3, pattern: /^yes$/ },
];

export function groupInputOf(form: Readonly<Record<string, string>>): GroupInput {
  return {
    name: (form.name ?? '').trim(),
    enabled: form.enabled === 'yes',
    forceSameBillingInterval: form.force === 'yes',
  };
}

/** The same as a form sends it, unseen. */
export function hiddenGroupInput(input: GroupInput): Readonly<Record<string, string>> {
  return {
    name: input.name,
    ...(input.enabled ? { enabled: 'yes' } : {}),
    ...(input.forceSameBillingInterval ? { force: 'yes' } : {}),
  };
}

export function groupInputFaults({ name }: GroupInput, say: Say): GroupFaults {
  if (name === '') return { name: say('console.groups.fault.noName') };
  const fault = groupTextFault(name, longestName);
  if (fault === 'too_long') {
    return { name: say('console.groups.fault.longName', { most: longestName }) };
  }
  return fault === null ? {} : { name: say('console.groups.fault.unprintable') };
}

/** The form of a new group, and of one that is there. */
export function GroupForm(props: {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly input: GroupInput;
  readonly faults: GroupFaults;
  readonly button: string;
  readonly back: string;
  readonly say: Say;
}): JSX.Element {
  const { action, hidden, input, faults, button, back, say } = props;
  return (
    <>
      <FaultSummary faults={faults} say={say} />
      <PostForm action={action} hidden={hidden}>
        <LineField
          id="name"
          label={say('console.groups.name')}
          value={input.name}
          maxLength={longestName}
          {...(faults.name === undefined ? {} : { fault: faults.name })}
        />
        <TickField
          id="enabled"
          label={say('console.groups.enabled')}
          hint={say('console.groups.enabledHint')}
          isTicked={input.enabled}
        />
        <TickField
          id="force"
          label={say('console.groups.force')}
          hint={say('console.groups.forceHint')}
          isTicked={input.forceSameBillingInterval}
        />
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
