import type { Interval, IntervalUnit } from '../../domain/time/interval.js';
import { readablePart } from '../core/body/plain-parts.js';

const units: Readonly<Record<string, IntervalUnit>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
};

/** Ten years. */
const longest: Readonly<Record<IntervalUnit, number>> = {
  day: 3_660,
  week: 520,
  month: 120,
  year: 10,
};

const pattern = /^([1-9]\d{0,3})([DWMY])$/;

/** An interval as this API writes it (docs/spec/product-groups-api.md §1), at most ten years. Example: `3M`. */
export const intervalPart = readablePart(pattern, (sent): Interval | null => {
  const [, length = '', letter = ''] = pattern.exec(sent) ?? [];
  const unit = units[letter];
  if (unit === undefined || Number(length) > longest[unit]) return null;
  return { unit, length: Number(length) };
}).meta({ examples: ['1M'] });
