import { expect, test } from '@jest/globals';
import {
  idleSince,
  isSessionOver,
  secondsLeftOf,
  sessionEndsAt,
} from '../../../../src/application/portal/page-session-life.js';
import { at } from '../../../support/domain/at.js';
import { buildSession } from '../../../support/stored/build-page-access.js';

const noon = at('2026-05-01T12:00:00Z');

test.each([
  ['portal', '2026-05-01T20:00:00Z', '2026-05-01T11:30:00Z'],
  ['console', '2026-05-02T00:00:00Z', '2026-05-01T11:00:00Z'],
] as const)('A session of the %s that begins at noon ends at %s', (kind, end, idle) => {
  expect(sessionEndsAt(kind, noon)).toBe(at(end));
  expect(idleSince(kind, noon)).toBe(at(idle));
});

test('A session is over at its end, and when nobody has used it for its time', () => {
  const session = buildSession({ seenAt: noon, endsAt: at('2026-05-01T12:10:00Z') });
  expect(isSessionOver(session, at('2026-05-01T12:09:59Z'))).toBe(false);
  expect(isSessionOver(session, at('2026-05-01T12:10:00Z'))).toBe(true);
  const long = buildSession({ seenAt: noon });
  expect(isSessionOver(long, at('2026-05-01T12:29:59Z'))).toBe(false);
  expect(isSessionOver(long, at('2026-05-01T12:30:00Z'))).toBe(true);
});

test('A session lasts until it is idle for too long, and never beyond its end', () => {
  const session = buildSession({ seenAt: noon });
  expect(secondsLeftOf(session, at('2026-05-01T12:00:00.400Z'))).toBe(1_799);
  const late = buildSession({ seenAt: noon, endsAt: at('2026-05-01T12:10:00Z') });
  expect(secondsLeftOf(late, noon)).toBe(600);
  expect(secondsLeftOf(late, at('2026-05-01T12:11:00Z'))).toBe(-60);
});
