import { describe, expect, test } from '@jest/globals';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import {
  changePicture,
  periodPicture,
} from '../../../../../src/pages/kit/subscription/period-picture.js';
import { at, utc } from '../../../../support/domain/at.js';
import { buildPackage } from '../../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../../support/domain/build-user-product.js';

const product = buildUserProduct(buildPackage({ number: 10 }));
const picture = (now: string) => ({
  product,
  now: at(now),
  zone: utc,
  written: writtenIn('en', utc),
});

describe('The picture of a period', () => {
  test('in its middle is half gone: 15 of 30 days', () => {
    expect(periodPicture(picture('2026-04-16T00:00:00Z'))).toEqual({
      sentence: 'The period runs from 1 April 2026 to 30 April 2026; today is 16 Apr.',
      parts: [
        { kind: 'gone', from: 0, to: 0.5, label: 'used' },
        { kind: 'left', from: 0.5, to: 1, label: 'left' },
      ],
      today: { at: 0.5, label: 'Today' },
      ends: ['1 Apr', '1 May'],
    });
  });

  test.each([
    ['at its start is all left', '2026-04-01T00:00:00Z', ['left'], 0],
    ['at its end is all gone', '2026-05-01T00:00:00Z', ['gone'], 1],
    ['before its start has no today', '2026-03-01T00:00:00Z', ['left'], null],
    ['behind its end has no today', '2026-06-01T00:00:00Z', ['gone'], null],
  ])('%s', (...[, now, kinds, today]) => {
    const view = periodPicture(picture(now));
    expect(view?.parts.map((it) => it.kind)).toEqual(kinds);
    expect(view?.today?.at ?? null).toBe(today);
  });
});

describe('The picture of a change', () => {
  test('at once is what is gone and what comes: 15 and 30 days', () => {
    const now = '2026-04-16T00:00:00Z';
    const next = { effectiveAt: at(now), endsAt: at('2026-05-16T00:00:00Z') };
    const third = 15 / 45;
    expect(changePicture(picture(now), next)).toEqual({
      sentence: 'The change is on 16 April 2026; the new period runs until 15 May 2026.',
      parts: [
        { kind: 'gone', from: 0, to: third, label: 'used' },
        { kind: 'next', from: third, to: 1, label: 'new period' },
      ],
      today: { at: third, label: 'Today' },
      ends: ['1 Apr', '16 May'],
    });
  });

  test('that waits has what is left in between', () => {
    const next = { effectiveAt: at('2026-05-01T00:00:00Z'), endsAt: at('2026-06-01T00:00:00Z') };
    const view = changePicture(picture('2026-04-16T00:00:00Z'), next);
    expect(view?.parts.map((it) => it.kind)).toEqual(['gone', 'left', 'next']);
    expect(view?.parts.map((it) => it.to).at(-1)).toBe(1);
  });

  test('that ends before it begins is none', () => {
    const next = { effectiveAt: at('2026-03-01T00:00:00Z'), endsAt: at('2026-03-02T00:00:00Z') };
    expect(changePicture(picture('2026-04-16T00:00:00Z'), next)).toBeNull();
  });
});
