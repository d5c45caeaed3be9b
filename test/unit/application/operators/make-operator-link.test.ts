import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { first, here, second, worldOfLinks } from './operator-world.js';

describe('A link of the console', () => {
  test('is told once, and lasts 15 minutes, or as many as are asked for, 60 at most', async () => {
    const { deps, id, makeLink } = await worldOfLinks();
    const endsAt = at('2026-11-01T12:15:00Z');
    expect(await makeLink({ within: first, id })).toEqual({ ok: true, token: 'secret-1', endsAt });
    expect(await deps.pageAccess.findLink('#secret-1')).toMatchObject({
      owner: { kind: 'console', operatorId: id },
      usedAt: null,
      endsAt,
    });
    expect(await makeLink({ within: '*', id, goodForMinutes: 600 })).toMatchObject({
      endsAt: at('2026-11-01T13:00:00Z'),
    });
  });

  test.each([
    ['unknown_operator', { within: second, edits: {} }],
    [
      'operator_of_others',
      { within: first, edits: { memberships: [here, { ...here, organisationId: '*' }] } },
    ],
    ['operator_disabled', { within: '*', edits: { disabled: true } }],
  ] as const)('is refused: %s', async (failure, { within, edits }) => {
    const { makeLink, id } = await worldOfLinks(edits);
    expect(await makeLink({ within, id })).toEqual({ ok: false, failure });
  });
});
