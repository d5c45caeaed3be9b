import type { ProductGroup } from '../../../domain/catalogue/product-group.js';
import { versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { GroupFaults } from './fields.js';
import { groupAt } from './group-at.js';
import {
  GroupForm,
  groupFormFields,
  type GroupInput,
  groupInputFaults,
  groupInputOf,
  hiddenGroupInput,
} from './group-form.js';
import type { GroupsDeps } from './groups-deps.js';
import { keepField, type MergedField, mergedInput, mergePage } from './merge.js';
import { writeOverVersion, type WriteGroupDeps } from './write-group.js';

export const versionField: PageField = {
  name: 'version',
  maxLength: 15,
  pattern: /^\d{1,15}$/,
  isRequired: true,
};

export const editGroupFields: readonly PageField[] = [
  ...groupFormFields,
  versionField,
  ...['name', 'enabled', 'forceSameBillingInterval'].map(keepField),
];

/** What holds for a whole group, to be edited. */
export async function answerEditGroup(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { group } = shown;
  return editGroupPage(visit, group, { input: inputOf(group), faults: {} });
}

/** Saves it over the version that the form was filled in from; over another one, once it is said what to keep. */
export async function answerSaveGroup(
  deps: WriteGroupDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { group } = shown;
  const mine = groupInputOf(visit.form);
  if (versionIn(visit.form.version) !== group.version) return mergeGroup(visit, group, mine);
  const input = mergedInput({ mine, theirs: inputOf(group) }, visit.form);
  const faults = groupInputFaults(input, visit.written.say);
  if (Object.keys(faults).length > 0) return editGroupPage(visit, group, { input, faults });
  const written = await writeOverVersion(deps, visit, { group, edit: input });
  if (written.ok) return see(consolePaths.group(visit.visitor.at.organisation.id, group.id));
  const fresh = await groupAt(deps, visit);
  return fresh === null ? unknownPage : mergeGroup(visit, fresh.group, mine);
}

function inputOf({ name, enabled, forceSameBillingInterval }: ProductGroup): GroupInput {
  return { name, enabled, forceSameBillingInterval };
}

function editGroupPage(
  { written: { say }, visitor }: OrganisationVisit,
  { id, version, name }: ProductGroup,
  { input, faults }: { readonly input: GroupInput; readonly faults: GroupFaults },
): PageAnswer {
  const at = visitor.at.organisation.id;
  const hasFault = Object.keys(faults).length > 0;
  const main = (
    <GroupForm
      action={consolePaths.editGroup(at, id)}
      hidden={{ version: String(version) }}
      {...{ input, faults, say }}
      button={say('console.groups.save')}
      back={consolePaths.group(at, id)}
    />
  );
  const title = say('console.groups.edit', { name });
  return page({ title, main, place: 'groups', hasFault }, hasFault ? 422 : 200);
}

function mergeGroup(visit: OrganisationVisit, group: ProductGroup, mine: GroupInput): PageAnswer {
  const at = visit.visitor.at.organisation.id;
  return mergePage(visit, {
    action: consolePaths.editGroup(at, group.id),
    back: consolePaths.group(at, group.id),
    hidden: { ...hiddenGroupInput(mine), version: String(group.version) },
    fields: differingFields({ mine, theirs: inputOf(group) }, visit.written.say),
  });
}

function differingFields(
  { mine, theirs }: { readonly mine: GroupInput; readonly theirs: GroupInput },
  say: Say,
): readonly MergedField[] {
  const yes = (it: boolean) => say(it ? 'console.groups.yes' : 'console.groups.no');
  const fields: readonly MergedField[] = [
    { name: 'name', label: say('console.groups.name'), mine: mine.name, theirs: theirs.name },
    {
      name: 'enabled',
      label: say('console.groups.enabled'),
      mine: yes(mine.enabled),
      theirs: yes(theirs.enabled),
    },
    {
      name: 'forceSameBillingInterval',
      label: say('console.groups.force'),
      mine: yes(mine.forceSameBillingInterval),
      theirs: yes(theirs.forceSameBillingInterval),
    },
  ];
  return fields.filter((it) => it.mine !== it.theirs);
}
