import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { HeldPeriodEnds } from '../clock/hold-period-ends.js';
import { committedRows } from '../commit/committed-rows.js';
import type { DrainOutbox } from '../commit/drain-outbox.js';
import type { Metrics } from '../ports/metrics.js';
import { type ApplyDueDeps, decideDueRows, type DueWrite, findDueRows } from './apply-due-rows.js';

/** Whose periods, up to when, and by which right. */
type OrderedRun = {
  readonly organisationId: OrganisationId;
  readonly upTo: Instant;
  readonly held: HeldPeriodEnds;
  readonly stopping?: () => boolean;
};

/** Answers how many periods it ended. */
export type ApplyAllDue = (run: OrderedRun) => Promise<number>;

export type ApplyAllDueDeps = ApplyDueDeps & {
  readonly readContext: ReadOrganisationContext;
  readonly drainOutbox: DrainOutbox;
  readonly metrics: Pick<Metrics, 'periodsEnded'>;
};

const mostRows = 500;
const fewestRows = 16;
/** A full outbox is drained by one, a row is set aside by one; what is still found then would be found for ever. */
const mostIdlePages = 2;

/**
 * Applies what is due in one organisation up to an instant, in order of due instant over all its user products, writes
 * the events in that order, and answers how many periods it ended. Whoever asks holds the period ends.
 *
 * Each page is committed in its order and drained before the next one. So whatever waits in an outbox was due before
 * what is still due, also after a crash in the middle of a page, and whoever goes on drains it first.
 */
export function makeApplyAllDue(deps: ApplyAllDueDeps): ApplyAllDue {
  return async (run) => {
    const { organisationId, held, stopping = () => false } = run;
    const context = await deps.readContext(organisationId, 'fresh');
    if (context === null) return 0;
    await deps.drainOutbox(organisationId);
    let applied = 0;
    let limit = mostRows;
    let idlePages = 0;
    while (!stopping()) {
      await held.extend();
      const page = await applyPage(deps, context, { ...run, limit });
      if (page === null) break;
      idlePages = page.asked === 0 ? idlePages + 1 : 0;
      if (idlePages > mostIdlePages) break;
      applied += page.applied;
      // Where one of many rows is due again before the others, not all of them are read again each time.
      limit = Math.max(fewestRows, Math.min(mostRows, 2 * page.asked));
    }
    await deps.drainOutbox(organisationId);
    return applied;
  };
}

type PageOfRun = OrderedRun & { readonly limit: number };

/** Null: nothing is due any more. */
async function applyPage(
  deps: ApplyAllDueDeps,
  { catalogue }: OrganisationContext,
  { organisationId, upTo, limit }: PageOfRun,
): Promise<{ readonly asked: number; readonly applied: number } | null> {
  const query = { now: upTo, limit, bucket: 'all' } as const;
  const { rows, found } = await findDueRows(deps, organisationId, query);
  if (found === 0) return null;
  const part = orderedPart(await decideDueRows(deps, catalogue, rows));
  const [first] = part;
  if (first === undefined) return { asked: 0, applied: 0 };
  const writes = part.map(({ write }) => write);
  const applied = await deps.userProducts.commitMany(organisationId, writes, 'in order');
  if (applied > 0) deps.metrics.periodsEnded(applied, upTo - first.dueAt);
  if (applied === writes.length) {
    await deps.drainRows(part.flatMap(({ row, write }) => committedRows(row, write)));
  } else {
    await deps.drainOutbox(organisationId);
  }
  return { asked: part.length, applied };
}

/**
 * The first part of a page that may be committed together: it ends before the first row that is due later than
 * something which an earlier row of the page makes due.
 */
function orderedPart(decided: readonly DueWrite[]): readonly DueWrite[] {
  let nextDueAt = Infinity;
  const end = decided.findIndex((it) => {
    if (it.dueAt > nextDueAt) return true;
    nextDueAt = Math.min(nextDueAt, it.nextDueAt ?? Infinity);
    return false;
  });
  return end === -1 ? decided : decided.slice(0, end);
}
