import { createHash } from 'node:crypto';
import { type ProductGroupId, toId } from '../../../domain/ids.js';
import { formKeyPattern } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import type { GroupFaults } from './fields.js';
import {
  GroupForm,
  groupFormFields,
  type GroupInput,
  groupInputFaults,
  groupInputOf,
} from './group-form.js';
import { factsOfGroup } from './group-facts.js';
import type { GroupsDeps } from './groups-deps.js';

type NewGroupDeps = Pick<GroupsDeps, 'createGroup'> & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

export const newGroupFields: readonly PageField[] = [
  ...groupFormFields,
  { name: 'key', maxLength: 22, pattern: formKeyPattern, isRequired: true },
];

const asNew: GroupInput = { name: '', enabled: true, forceSameBillingInterval: false };

/** Create product group: what it is called, and what holds for all its tiers (docs/spec/pages.md §12). */
export function answerNewGroup(
  deps: Pick<NewGroupDeps, 'newKey'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  return Promise.resolve(newGroupPage(visit, { input: asNew, faults: {}, key: deps.newKey() }));
}

/** Makes it, once for each rendering of the form. */
export async function answerCreateGroup(
  deps: NewGroupDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { written, form, visitor } = visit;
  const input = groupInputOf(form);
  const key = form.key ?? '';
  const faults = groupInputFaults(input, written.say);
  if (Object.keys(faults).length > 0)
    return newGroupPage(visit, { input, faults, key, status: 422 });
  const organisationId = visitor.at.organisation.id;
  const chosenId = idOfForm(key, visit);
  const created = await deps.audited(
    auditedAct(visit, 'edit_product_group', { ids: { product_group: chosenId } }),
    () => deps.createGroup({ organisationId, chosenId, ...input, tiers: [] }),
    ({ group }) => ({ after: factsOfGroup(group) }),
  );
  if (created.ok) return see(consolePaths.group(organisationId, created.group.id));
  if (created.failure !== 'full') return unknownPage;
  const full = written.say('console.groups.fault.full', { most: created.most });
  return newGroupPage(visit, { input, faults: { name: full }, key, status: 409 });
}

/** A form that is sent again makes the same group. */
function idOfForm(key: string, { visitor }: OrganisationVisit): ProductGroupId {
  const named = JSON.stringify([visitor.at.organisation.id, visitor.operator.id, key]);
  return toId(createHash('sha256').update(named).digest('hex').slice(0, 24));
}

type Shown = {
  readonly input: GroupInput;
  readonly faults: GroupFaults;
  readonly key: string;
  readonly status?: number;
};

function newGroupPage(
  { written: { say }, visitor }: OrganisationVisit,
  { input, faults, key, status = 200 }: Shown,
): PageAnswer {
  const { id } = visitor.at.organisation;
  const title = say('console.groups.create');
  return page(
    {
      title,
      place: 'groups',
      hasFault: status !== 200,
      main: (
        <GroupForm
          action={consolePaths.newGroup(id)}
          hidden={{ key }}
          {...{ input, faults, say }}
          button={title}
          back={consolePaths.groups(id)}
        />
      ),
    },
    status,
  );
}
