import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import { formatInstant } from '../../../src/domain/time/instant-text.js';
import type { Interval } from '../../../src/domain/time/interval.js';
import { at, zone } from '../../support/domain/at.js';
import { buildPackage, buildPeriod, sek } from '../../support/domain/build-package.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { basic, ladderCatalogue, lite, toBe } from '../../support/domain/ladder.js';
import { beginLife } from '../../support/domain/subscription-life.js';

type Beginning = { zone: string; from: string; to: string; interval?: Interval };

function lifeOf({ zone: name, from, to, interval = { unit: 'month', length: 1 } }: Beginning) {
  const timeZone = zone(name);
  const pack: Package = buildPackage({
    number: 300,
    periods: [buildPeriod({ number: 301, interval })],
  });
  const row = buildUserProduct(pack, { validFrom: at(from), validTo: at(to) });
  const life = beginLife({
    draft: draftOf(row),
    catalogue: makeCatalogue({ timeZone, currency: sek, packages: [pack] }),
    now: at(from),
  });
  const renewals = () =>
    life.events
      .filter((it) => it.type === 'user_product_renewed')
      .map((it) => formatInstant(it.occurredAt, timeZone));
  return { life, renewals };
}

describe('a subscription lives', () => {
  test('from 31 January through February to 30 April, each month to its own end', () => {
    const { life, renewals } = lifeOf({
      zone: 'Europe/Stockholm',
      from: '2026-01-31T00:00:00+01:00',
      to: '2026-02-28T00:00:00+01:00',
    });
    life.moveTo(at('2026-05-01T00:00:00+02:00'));
    expect(renewals()).toEqual([
      '2026-02-28T00:00:00+01:00',
      '2026-03-31T00:00:00+02:00',
      '2026-04-30T00:00:00+02:00',
    ]);
    expect(life.living().validTo).toBe(at('2026-05-31T00:00:00+02:00'));
    expect(life.living().validFrom).toBe(at('2026-01-31T00:00:00+01:00'));
  });

  test('from 31 January to a downgrade on 28 February, whose month ends on 31 March', () => {
    const from = at('2026-01-31T00:00:00+01:00');
    const validTo = at('2026-02-28T00:00:00+01:00');
    const row = buildUserProduct(basic, { validFrom: from, validTo });
    const life = beginLife({ draft: draftOf(row), catalogue: ladderCatalogue(), now: from });
    life.request(toBe(lite));
    life.moveTo(validTo);
    expect(life.living()).toMatchObject({
      packageCode: lite.code,
      validFrom: validTo,
      validTo: at('2026-03-31T00:00:00+02:00'),
    });
  });

  test('from 29 February by the year, and meets a 29 February again', () => {
    const { life, renewals } = lifeOf({
      zone: 'Europe/Stockholm',
      from: '2024-02-29T08:00:00+01:00',
      to: '2025-02-28T08:00:00+01:00',
      interval: { unit: 'year', length: 1 },
    });
    life.moveTo(at('2028-03-01T00:00:00+01:00'));
    expect(renewals().map((it) => it.slice(0, 10))).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test.each([
    [
      'skips its time of day',
      '2026-03-28T02:30:00+01:00',
      ['2026-03-29T03:30:00+02:00', '2026-03-30T02:30:00+02:00', '2026-03-31T02:30:00+02:00'],
    ],
    [
      'repeats its time of day',
      '2026-10-24T02:30:00+02:00',
      ['2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00', '2026-10-27T02:30:00+01:00'],
    ],
  ])('day by day over the DST day that %s, never twice a day', (_, from, expected) => {
    const interval = { unit: 'day', length: 1 } as const;
    const { life, renewals } = lifeOf({
      zone: 'Europe/Stockholm',
      from,
      to: expected[0] ?? from,
      interval,
    });
    life.moveTo(at(expected[2] ?? from));
    expect(renewals()).toEqual(expected);
  });

  test.each([
    ['Pacific/Kiritimati', '+14:00'],
    ['Pacific/Pago_Pago', '-11:00'],
  ])('in %s, where the last of the month is another day than in UTC', (name, offset) => {
    const { life, renewals } = lifeOf({
      zone: name,
      from: `2026-01-31T00:30:00${offset}`,
      to: `2026-02-28T00:30:00${offset}`,
    });
    life.moveTo(at(`2026-04-01T00:00:00${offset}`));
    expect(renewals()).toEqual([`2026-02-28T00:30:00${offset}`, `2026-03-31T00:30:00${offset}`]);
  });

  test('on in Apia, day by day over the day that Samoa left out', () => {
    const { life, renewals } = lifeOf({
      zone: 'Pacific/Apia',
      from: '2011-12-28T10:00:00-10:00',
      to: '2011-12-29T10:00:00-10:00',
      interval: { unit: 'day', length: 1 },
    });
    life.moveTo(at('2012-01-01T12:00:00+14:00'));
    expect(renewals()).toEqual([
      '2011-12-29T10:00:00-10:00',
      '2011-12-31T10:00:00+14:00',
      '2012-01-01T10:00:00+14:00',
    ]);
  });

  test('through an outage: years late, one period at a time, each effective when it was due', () => {
    const { life, renewals } = lifeOf({
      zone: 'UTC',
      from: '2026-01-01T00:00:00Z',
      to: '2026-02-01T00:00:00Z',
    });
    life.moveTo(at('2029-01-01T00:00:00Z'));
    expect(renewals()).toHaveLength(36);
    expect(life.events.map((it) => it.sequence)).toEqual(life.events.map((_, index) => index + 1));
    expect(life.living()).toMatchObject({ validTo: at('2029-02-01T00:00:00Z'), version: 37 });
  });
});
