import type { Interval } from '../../domain/time/interval.js';

/** The interval's unit as people say it beside its length. Example: 1 `month`, 3 `months`. */
export function describeInterval({ unit, length }: Interval): string {
  return length === 1 ? unit : `${unit}s`;
}
