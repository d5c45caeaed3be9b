import type { JSX } from 'preact';
import type { ShownGroup, TierRow } from '../../../application/product-groups/group-commands.js';
import { groupLimits } from '../../../domain/catalogue/group-limits.js';
import { isChangeableKind } from '../../../domain/catalogue/is-changeable-kind.js';
import { roomAbove } from '../../../domain/catalogue/moved-tier.js';
import type { Package } from '../../../domain/catalogue/package.js';
import { isSameValue } from '../../../domain/is-same-value.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { type GroupFaults, LineField, ListField } from './fields.js';
import { groupAt } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';
import {
  newTierInput,
  plansOf,
  TierForm,
  tierFormFields,
  type TierInput,
  tierInputFaults,
  tierInputOf,
} from './tier-form.js';
import { writeOverStanding, type WriteGroupDeps } from './write-group.js';

const productField: PageField = { name: 'product', maxLength: 24, pattern: /^[\da-f]{24}$/ };

/** What the address of Add tier may say: the product that is chosen, or what it is looked for by. */
export const newTierQuery: readonly PageField[] = [productField, { name: 'find', maxLength: 100 }];

export const newTierFields: readonly PageField[] = [
  { ...productField, isRequired: true },
  ...tierFormFields,
];

/** So many products are offered at once; of more, those that are looked for. */
const mostOffered = 200;

/** Add tier: first its product, then the rest of it. */
export async function answerNewTier(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  if (isFull(shown)) return fullPage(visit, shown, 200);
  const pack = offeredIn(shown).find((it) => it.id === visit.query.product);
  return pack === undefined
    ? chooseProduct(visit, shown)
    : newTierPage(visit, shown, { pack, input: newTierInput, faults: {} });
}

/** Adds it above all others. The same once more is there already. */
export async function answerAddTier(
  deps: WriteGroupDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { say } = visit.written;
  const input = tierInputOf(visit.form);
  const pack = shown.catalogue.packagesById.get(visit.form.product as Package['id']);
  if (pack === undefined) return chooseProduct(visit, shown);
  const faults = tierInputFaults(input, pack, say);
  const refused = (told: GroupFaults) => newTierPage(visit, shown, { pack, input, faults: told });
  if (Object.keys(faults).length > 0) return refused(faults);
  const edit = ({ group: { tiers } }: ShownGroup): { readonly tiers: readonly TierRow[] } => {
    if (tiers.some((it) => isSameTier(it, pack, input))) return { tiers };
    const room = roomAbove(tiers);
    const added = { id: null, packageId: pack.id, position: room.position, ...input };
    return { tiers: [...room.tiers, added] };
  };
  const written = await writeOverStanding(deps, { visit, group: shown.group }, edit);
  if (written.ok) return see(consolePaths.group(visit.visitor.at.organisation.id, shown.group.id));
  if (written.failure === 'not_found') return unknownPage;
  if (isFull(shown)) return fullPage(visit, shown, 409);
  return refused({ plans: say('console.groups.fault.notAdded') });
}

function isSameTier(
  { packageId, periodIds, upgradeable, downgradeable, ...tier }: TierRow,
  pack: Package,
  input: TierInput,
): boolean {
  const { changeTiming, creditType, label } = tier;
  const own = { periodIds, upgradeable, downgradeable, changeTiming, creditType, label };
  return packageId === pack.id && isSameValue(own, input);
}

/** Products that may be a tier of it and are none yet, by name. */
function offeredIn({ group, catalogue }: ShownGroup): readonly Package[] {
  const taken = new Set(group.tiers.map((it) => it.packageId));
  return [...catalogue.packagesById.values()]
    .filter((it) => isChangeableKind(it.kind) && plansOf(it).length > 0 && !taken.has(it.id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function isFull({ group }: ShownGroup): boolean {
  return group.tiers.length >= groupLimits.tiers;
}

function fullPage(visit: OrganisationVisit, { group }: ShownGroup, status: 200 | 409): PageAnswer {
  const { say } = visit.written;
  const back = consolePaths.group(visit.visitor.at.organisation.id, group.id);
  const text = say('console.groups.fault.fullGroup', { most: groupLimits.tiers });
  const main = <NothingToAdd {...{ back, visit, text }} />;
  const title = say('console.groups.addTierTo', { name: group.name });
  return page({ title, main, place: 'groups', hasFault: status !== 200 }, status);
}

function chooseProduct(visit: OrganisationVisit, shown: ShownGroup): PageAnswer {
  const { say } = visit.written;
  const { name } = shown.group;
  const main = <ProductForm visit={visit} shown={shown} />;
  return page({ title: say('console.groups.addTierTo', { name }), main, place: 'groups' });
}

type Props = { readonly visit: OrganisationVisit; readonly shown: ShownGroup };

/** A form that is sent by its address, so that choosing goes on without script. */
function ProductForm({ visit, shown }: Props): JSX.Element {
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  const back = consolePaths.group(at, shown.group.id);
  const offered = offeredIn(shown);
  const find = (visit.query.find ?? '').trim().toLowerCase();
  const found = offered.filter((it) => `${it.name} ${it.code}`.toLowerCase().includes(find));
  const action = consolePaths.newTier(at, shown.group.id);
  if (offered.length === 0) {
    return <NothingToAdd {...{ back, visit, text: say('console.groups.noProducts') }} />;
  }
  return (
    <>
      {offered.length > mostOffered ? (
        <form method="get" action={action} class="filter">
          <LineField
            id="find"
            label={say('console.groups.findProduct')}
            value={visit.query.find ?? ''}
            maxLength={100}
          />
          <button class="action second" type="submit">
            {say('console.groups.find')}
          </button>
        </form>
      ) : null}
      <form method="get" action={action}>
        <ListField
          id="product"
          label={say('console.groups.product')}
          options={found
            .slice(0, mostOffered)
            .map((it) => ({ value: it.id, label: `${it.name} (${it.code})` }))}
          picked=""
        />
        <p class="actions">
          <button class="action first" type="submit">
            {say('change.continue')}
          </button>
          <ActionLink kind="quiet" href={back}>
            {say('console.groups.notNow')}
          </ActionLink>
        </p>
      </form>
    </>
  );
}

function NothingToAdd(props: {
  readonly back: string;
  readonly visit: OrganisationVisit;
  readonly text: string;
}): JSX.Element {
  const { back, visit, text } = props;
  const { say } = visit.written;
  return (
    <>
      <Notice tone="plain">
        <p>{text}</p>
      </Notice>
      <p class="actions">
        <ActionLink href={back}>{say('console.groups.notNow')}</ActionLink>
      </p>
    </>
  );
}

type Filled = {
  readonly pack: Package;
  readonly input: TierInput;
  readonly faults: GroupFaults;
};

function newTierPage(
  { written, visitor }: OrganisationVisit,
  { group }: ShownGroup,
  { pack, input, faults }: Filled,
): PageAnswer {
  const { say } = written;
  const at = visitor.at.organisation.id;
  const hasFault = Object.keys(faults).length > 0;
  const action = consolePaths.newTier(at, group.id);
  const main = (
    <>
      <p>
        {say('console.groups.productIs', { name: pack.name })}{' '}
        <a href={action}>{say('console.groups.otherProduct')}</a>
      </p>
      <TierForm
        {...{ action, pack, input, faults, written }}
        hidden={{ product: pack.id }}
        button={say('console.groups.addTier')}
        back={consolePaths.group(at, group.id)}
      />
    </>
  );
  const title = say('console.groups.addTierTo', { name: group.name });
  return page({ title, main, place: 'groups', hasFault }, hasFault ? 422 : 200);
}
