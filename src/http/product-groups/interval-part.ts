import type { Interval, IntervalUnit } from '../../domain/time/interval.js';
import { type BodyPart, faultyAt } from '../core/body/body-part.js';

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
export const intervalPart: BodyPart<Interval> = {
  printed: { type: 'string', pattern: pattern.source, examples: ['1M'] },
  read: (sent, place) => {
    if (typeof sent !== 'string') return faultyAt(place, { fault: 'wrong_type', type: 'string' });
    if (sent === '') return faultyAt(place, { fault: 'blank' });
    const [, length = '', letter = ''] = pattern.exec(sent) ?? [];
    const unit = units[letter];
    if (unit === undefined || Number(length) > longest[unit]) {
      return faultyAt(place, { fault: 'malformed' });
    }
    return { unit, length: Number(length) };
  },
};
