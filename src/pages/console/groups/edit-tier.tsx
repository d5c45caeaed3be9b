import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import type { Tier } from '../../../domain/catalogue/product-group.js';
import { versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { versionField } from './edit-group.js';
import type { GroupFaults } from './fields.js';
import { groupAt, planName, tierAt, tierNameIn } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';
import { keepField, type MergedField, mergedInput, mergePage } from './merge.js';
import {
  plansOf,
  productNameIn,
  TierForm,
  tierFormFields,
  type TierInput,
  tierInputFaults,
  tierInputOf,
} from './tier-form.js';
import { writeOverVersion, type WriteGroupDeps } from './write-group.js';

const inputNames = [
  ...(['periodIds', 'upgradeable', 'downgradeable'] as const),
  ...(['changeTiming', 'creditType', 'label'] as const),
] as const;

export const editTierFields: readonly PageField[] = [
  ...tierFormFields,
  versionField,
  ...inputNames.map(keepField),
];

type Found = { readonly shown: ShownGroup; readonly tier: Tier };

async function tierOfVisit(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<Found | null> {
  const shown = await groupAt(deps, visit);
  const tier = shown && tierAt(shown, visit);
  return shown && tier ? { shown, tier } : null;
}

/** One tier, to be edited; its product is what it is. */
export async function answerEditTier(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const found = await tierOfVisit(deps, visit);
  if (found === null) return unknownPage;
  return editTierPage(visit, found, { input: inputOfTier(found.tier), faults: {} });
}

/** Saves it over the version that the form was filled in from; over another one, once it is said what to keep. */
export async function answerSaveTier(
  deps: WriteGroupDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const found = await tierOfVisit(deps, visit);
  if (found === null) return unknownPage;
  const { tier, shown } = found;
  const { group, catalogue } = shown;
  const mine = tierInputOf(visit.form);
  if (versionIn(visit.form.version) !== group.version) return mergeTier(visit, found, mine);
  const input = mergedInput({ mine, theirs: inputOfTier(tier) }, visit.form);
  const pack = catalogue.packagesById.get(tier.packageId);
  const faults = tierInputFaults(input, pack, visit.written.say);
  if (Object.keys(faults).length > 0) return editTierPage(visit, found, { input, faults });
  const tiers = group.tiers.map((it) => (it.id === tier.id ? { ...it, ...input } : it));
  const written = await writeOverVersion(deps, visit, { group, edit: { tiers } });
  if (written.ok) return see(consolePaths.group(visit.visitor.at.organisation.id, group.id));
  const fresh = await tierOfVisit(deps, visit);
  return fresh === null ? unknownPage : mergeTier(visit, fresh, mine);
}

function inputOfTier(tier: Tier): TierInput {
  const { periodIds, upgradeable, downgradeable, changeTiming, creditType, label } = tier;
  return { periodIds, upgradeable, downgradeable, changeTiming, creditType, label };
}

function editTierPage(
  { written, visitor }: OrganisationVisit,
  { shown: { group, catalogue }, tier }: Found,
  { input, faults }: { readonly input: TierInput; readonly faults: GroupFaults },
): PageAnswer {
  const { say } = written;
  const at = visitor.at.organisation.id;
  const hasFault = Object.keys(faults).length > 0;
  const main = (
    <>
      <p>{say('console.groups.productIs', { name: productNameIn(catalogue, tier) })}</p>
      <TierForm
        action={consolePaths.editTier(at, group.id, tier.id)}
        hidden={{ version: String(group.version) }}
        pack={catalogue.packagesById.get(tier.packageId)}
        {...{ input, faults, written }}
        button={say('console.groups.save')}
        back={consolePaths.group(at, group.id)}
      />
      <p>
        <a href={consolePaths.removeTier(at, group.id, tier.id)}>
          {say('console.groups.remove', { name: tierNameIn(catalogue, tier) })}
        </a>
      </p>
    </>
  );
  const title = say('console.groups.editTier', { name: tierNameIn(catalogue, tier) });
  return page({ title, main, place: 'groups', hasFault }, hasFault ? 422 : 200);
}

function mergeTier(visit: OrganisationVisit, found: Found, mine: TierInput): PageAnswer {
  const { shown, tier } = found;
  const at = visit.visitor.at.organisation.id;
  const words = wordsOf(found, visit.written);
  const [own, other] = [words(mine), words(inputOfTier(tier))];
  return mergePage(visit, {
    action: consolePaths.editTier(at, shown.group.id, tier.id),
    back: consolePaths.group(at, shown.group.id),
    hidden: { ...hiddenOf(mine), version: String(shown.group.version) },
    fields: inputNames
      .map((name): MergedField => ({
        name,
        label: visit.written.say(`console.groups.field.${name}`),
        mine: own[name],
        theirs: other[name],
      }))
      .filter((it) => it.mine !== it.theirs),
  });
}

/** The same as a form sends it, unseen; of what comes several times, each. */
function hiddenOf(input: TierInput): Readonly<Record<string, string | readonly string[]>> {
  return {
    plans: input.periodIds,
    ...(input.upgradeable ? { upgradeable: 'yes' } : {}),
    ...(input.downgradeable ? { downgradeable: 'yes' } : {}),
    timing: input.changeTiming,
    credit: input.creditType,
    ...(input.label === null ? {} : { label: input.label }),
  };
}

function wordsOf({ shown, tier }: Found, written: Written) {
  const { say } = written;
  const plans = plansOf(shown.catalogue.packagesById.get(tier.packageId));
  const yes = (it: boolean) => say(it ? 'console.groups.yes' : 'console.groups.no');
  return (input: TierInput): Readonly<Record<keyof TierInput, string>> => ({
    periodIds: plans
      .filter((it) => input.periodIds.includes(it.id))
      .map((it) => planName(it, written))
      .join('; '),
    upgradeable: yes(input.upgradeable),
    downgradeable: yes(input.downgradeable),
    changeTiming: say(`console.groups.timing.${input.changeTiming}`),
    creditType: say(`console.groups.credit.${input.creditType}`),
    label: input.label ?? '–',
  });
}
