import {
  type ComingDay,
  type ComingEnds,
  comingKinds,
} from '../../../application/user-product/count-coming-ends.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { dateOf, instantOfCivilTime } from '../../../domain/time/civil-time.js';
import type { TimeZone } from '../../../domain/time/instant.js';
import { page, type PageAnswer } from '../../kit/page-route.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import { listAddress } from '../subscriptions/asked.js';
import type { OrganisationVisit } from '../visitor.js';
import { Attention, type AttentionRow } from './attention.js';
import { type ComingDayView, ComingDays } from './coming-days.js';
import type { TodayDeps } from './today-deps.js';

const daysShown = 7;
/** What is more than that is said to be more. */
const mostCounted = 200;

type Told = {
  readonly attention: Awaited<ReturnType<TodayDeps['readAttention']>>;
  readonly webhooks: Awaited<ReturnType<TodayDeps['readWebhookStanding']>>;
  readonly coming: ComingEnds;
};

/** What needs somebody, and what the next days bring (docs/spec/pages.md §11). */
export async function answerToday(deps: TodayDeps, visit: OrganisationVisit): Promise<PageAnswer> {
  const { written, visitor } = visit;
  const { organisation } = visitor.at;
  const { id, timeZone } = organisation;
  const limit = mostCounted + 1;
  const [attention, webhooks, coming] = await Promise.all([
    deps.readAttention(id, limit),
    deps.readWebhookStanding(id, limit),
    deps.countComingEnds(organisation, { days: daysShown }),
  ]);
  const { say } = written;
  const rows = attentionRows({ attention, webhooks, coming }, id, written);
  const days = coming.days.map((it) => dayView(it, { id, timeZone }, written));
  return page({
    title: say('console.nav.today'),
    place: 'today',
    main: (
      <>
        <Attention rows={rows} say={say} />
        <ComingDays days={days} say={say} />
      </>
    ),
  });
}

function attentionRows(
  { attention, webhooks, coming }: Told,
  id: OrganisationId,
  written: Written,
): readonly AttentionRow[] {
  const { say, number } = written;
  const list = consolePaths.subscriptions(id);
  const counted = (count: number) => ({
    value: count > mostCounted ? `${number(mostCounted)}+` : number(count),
    isCalm: count === 0,
  });
  const { failedChanges, setAside } = attention;
  const { dead, oldest } = webhooks;
  return [
    {
      name: say('console.today.failedChanges'),
      href: listAddress(list, { needs: 'failed_change' }),
      ...counted(failedChanges),
    },
    {
      name: say('console.today.setAside'),
      href: listAddress(list, { needs: 'set_aside' }),
      ...counted(setAside),
    },
    { name: say('console.today.dead'), href: consolePaths.webhooks(id), ...counted(dead) },
    {
      name: say('console.today.oldest'),
      href: consolePaths.webhooks(id),
      value: oldestWords(oldest, written),
      isCalm: oldest === null,
    },
    {
      name: say('console.today.backlog'),
      href: null,
      ...counted(coming.overdue),
    },
  ];
}

/** Since when the first waits, or, where its event is in the log no more, its place there. */
function oldestWords(oldest: Told['webhooks']['oldest'], { say, number, moment }: Written): string {
  if (oldest === null) return say('console.today.nothing');
  return oldest.occurredAt === null
    ? say('console.developers.webhook.oldestGone', { position: number(oldest.position) })
    : moment(oldest.occurredAt);
}

function dayView(
  { day, counts, isCut }: ComingDay,
  { id, timeZone }: { readonly id: OrganisationId; readonly timeZone: TimeZone },
  { shortDay, number }: Written,
): ComingDayView {
  const told = (count: number) => `${number(count)}${isCut ? '+' : ''}`;
  const entries = comingKinds.map((kind) => [kind, told(counts[kind])]);
  return {
    name: shortDay(instantOfCivilTime({ day, timeOfDayMs: 0 }, timeZone)),
    href: listAddress(consolePaths.subscriptions(id), { due: dateOf(day).toString() }),
    counts,
    texts: Object.fromEntries(entries) as ComingDayView['texts'],
  };
}
