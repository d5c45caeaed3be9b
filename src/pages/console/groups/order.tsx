import type { JSX } from 'preact';
import type { ShownGroup } from '../../../application/product-groups/group-commands.js';
import { movedTier } from '../../../domain/catalogue/moved-tier.js';
import type { Tier } from '../../../domain/catalogue/product-group.js';
import type { TierId } from '../../../domain/ids.js';
import { PostForm } from '../../kit/form-parts.js';
import { Icon } from '../../kit/icon.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { FaultSummary } from './fields.js';
import { groupAt, tierNameIn } from './group-at.js';
import type { GroupsDeps } from './groups-deps.js';
import { writeOverStanding, type WriteGroupDeps } from './write-group.js';

const tierField: PageField = { name: 'tier', maxLength: 24, pattern: /^[\da-f]{24}$/ };
const byField: PageField = { name: 'by', maxLength: 4, pattern: /^(?:up|down|to)$/ };

/** What was moved, by which button, and the version that came of it: for the page that tells of it. */
export const orderQuery: readonly PageField[] = [
  { ...tierField, name: 'moved' },
  byField,
  { name: 'version', maxLength: 15, pattern: /^\d{1,15}$/ },
];

/** Where a tier goes, counted from 1: so a form that is sent twice moves once. */
export const moveFields: readonly PageField[] = [
  { ...tierField, isRequired: true },
  { name: 'to', maxLength: 100, isRequired: true },
  { ...byField, isRequired: true },
];

/** Set order: the tiers, lowest first, each with what moves it (docs/spec/pages.md §12). */
export async function answerOrderOfGroup(
  deps: Pick<GroupsDeps, 'findGroup'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  return orderPage(visit, shown, null);
}

/** `faulty`: the tier whose place was none. */
function orderPage(visit: OrganisationVisit, shown: ShownGroup, faulty: string | null): PageAnswer {
  const { say } = visit.written;
  const { name, tiers } = shown.group;
  const hasFault = faulty !== null;
  const main = (
    <>
      <FaultSummary
        faults={
          hasFault
            ? { [`to-${faulty}`]: say('console.groups.fault.place', { most: tiers.length }) }
            : {}
        }
        say={say}
      />
      <OrderPage visit={visit} shown={shown} />
    </>
  );
  const title = say('console.groups.orderOf', { name });
  return page({ title, main, place: 'groups', hasFault }, hasFault ? 422 : 200);
}

/** Moves one tier to a place, whatever order the others have come to stand in. */
export async function answerMoveTier(
  deps: WriteGroupDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const shown = await groupAt(deps, visit);
  if (shown === null) return unknownPage;
  const { tier = '', to = '', by = 'to' } = visit.form;
  const path = consolePaths.groupOrder(visit.visitor.at.organisation.id, shown.group.id);
  if (!/^\d{1,5}$/.test(to.trim())) return orderPage(visit, shown, tier);
  const move = { tierId: tier as TierId, to: Number(to) };
  const { group } = shown;
  const written = await writeOverStanding(deps, { visit, group }, (standing) => ({
    tiers: movedTier(standing.group.tiers, move),
  }));
  if (!written.ok) return unknownPage;
  return see(`${path}?moved=${tier}&by=${by}&version=${String(written.group.version)}`);
}

type Props = { readonly visit: OrganisationVisit; readonly shown: ShownGroup };

function OrderPage({ visit, shown: { group, catalogue } }: Props): JSX.Element {
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  const { tiers, version, id } = group;
  const { moved, by = 'to' } = visit.query;
  const count = tiers.length;
  const place = tiers.findIndex((it) => it.id === moved) + 1;
  const nameOf = (tier: Tier) => tierNameIn(catalogue, tier);
  const told = tiers[place - 1];
  return (
    <>
      <p>{say('console.groups.orderText')}</p>
      {told === undefined ? null : (
        <div role="status">
          <Notice tone="good">
            <p>{say('console.groups.moved', { name: nameOf(told), place, count })}</p>
          </Notice>
        </div>
      )}
      <ol
        class="order"
        data-reorder=""
        data-version={version}
        data-moved={say('console.groups.moved', movedPattern)}
      >
        {tiers.map((tier, index) => (
          <OrderRow
            key={tier.id}
            {...{ tier, count, say }}
            name={nameOf(tier)}
            place={index + 1}
            action={consolePaths.groupOrder(at, id)}
            focused={tier.id === moved ? by : null}
          />
        ))}
      </ol>
      <p class="actions">
        <ActionLink kind="first" href={consolePaths.group(at, id)}>
          {say('console.groups.back', { name: group.name })}
        </ActionLink>
      </p>
    </>
  );
}

/** What a browser puts in the places of. */
const movedPattern = { name: '{name}', place: '{place}', count: '{count}' };

type RowProps = {
  readonly tier: Tier;
  readonly name: string;
  readonly place: number;
  readonly count: number;
  readonly action: string;
  /** The button that this row was moved by: whoever pressed it goes on there. */
  readonly focused: string | null;
  readonly say: Say;
};

function OrderRow({ tier, name, place, count, action, focused, say }: RowProps): JSX.Element {
  const arrow = (by: 'up' | 'down', to: number) => (
    <PostForm action={action} hidden={{ tier: tier.id, to: String(to), by }}>
      <button
        class="action second"
        type="submit"
        aria-label={say(`console.groups.${by}`, { name })}
        aria-disabled={to < 1 || to > count ? 'true' : 'false'}
        data-by={by}
        {...(focused === by ? { 'data-focus': '', autofocus: true } : {})}
      >
        <Icon name={by === 'up' ? 'arrow-up' : 'arrow-down'} />
      </button>
    </PostForm>
  );
  const fieldId = `to-${tier.id}`;
  return (
    <li data-tier={tier.id} data-name={name}>
      <span class="handle" aria-hidden="true">
        <Icon name="grip-vertical" />
      </span>
      <span class="place">{place}</span>
      <span class="name">{name}</span>
      {arrow('up', place - 1)}
      {arrow('down', place + 1)}
      <PostForm action={action} hidden={{ tier: tier.id, by: 'to' }}>
        <label for={fieldId}>{say('console.groups.moveTo', { name })}</label>
        <input
          id={fieldId}
          name="to"
          value={place}
          inputMode="numeric"
          maxLength={5}
          autocomplete="off"
        />
        <button
          class="action second"
          type="submit"
          aria-label={say('console.groups.moveName', { name })}
          data-by="to"
          {...(focused === 'to' ? { 'data-focus': '', autofocus: true } : {})}
        >
          {say('console.groups.move')}
        </button>
      </PostForm>
    </li>
  );
}
