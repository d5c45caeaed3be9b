import type { TimeZone, Instant } from '../../../domain/time/instant.js';
import { currentPeriodOf } from '../../../domain/user-product/current-period-of.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import type { BarPart, PeriodBarView } from '../period-bar.js';
import type { Written } from '../written.js';

type Picture = {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly zone: TimeZone;
  readonly written: Written;
};

/** The period that a subscription is in, with today on it; null where it has none. */
export function periodPicture({ product, now, zone, written }: Picture): PeriodBarView | null {
  const { from, to } = currentPeriodOf(product, zone);
  if (to <= from) return null;
  const { say, shortDay, day, lastDay } = written;
  const share = Math.min(Math.max((now - from) / (to - from), 0), 1);
  const parts: readonly Omit<BarPart, 'label'>[] = [
    { kind: 'gone', from: 0, to: share },
    { kind: 'left', from: share, to: 1 },
  ];
  return {
    sentence: say('bar.period', { from: day(from), to: lastDay(to), today: shortDay(now) }),
    parts: named(parts, say),
    today: now < from || now > to ? null : { at: share, label: say('bar.today') },
    ends: [shortDay(from), shortDay(to)],
  };
}

/** The same, and the period that a change would begin: at `effectiveAt`, up to `endsAt`. */
export function changePicture(
  { product, now, zone, written }: Picture,
  { effectiveAt, endsAt }: { readonly effectiveAt: Instant; readonly endsAt: Instant },
): PeriodBarView | null {
  const { from } = currentPeriodOf(product, zone);
  const begin = Math.min(from, now);
  if (endsAt <= begin) return null;
  const { say, shortDay, day, lastDay } = written;
  const shareOf = (at: number) => Math.min(Math.max((at - begin) / (endsAt - begin), 0), 1);
  const parts: readonly Omit<BarPart, 'label'>[] = [
    { kind: 'gone', from: 0, to: Math.min(shareOf(now), shareOf(effectiveAt)) },
    { kind: 'left', from: shareOf(now), to: shareOf(effectiveAt) },
    { kind: 'next', from: shareOf(effectiveAt), to: 1 },
  ];
  return {
    sentence: say('bar.change', { day: day(effectiveAt), to: lastDay(endsAt) }),
    parts: named(parts, say),
    today: { at: shareOf(now), label: say('bar.today') },
    ends: [shortDay(begin as Instant), shortDay(endsAt)],
  };
}

/** Those that have any length, each with its word. */
function named(parts: readonly Omit<BarPart, 'label'>[], say: Written['say']): readonly BarPart[] {
  return parts
    .filter((it) => it.to > it.from)
    .map((it) => ({ ...it, label: say(`bar.${it.kind}`) }));
}
