import { describe, expect, test } from '@jest/globals';
import { type OperatorAction } from '../../../../src/domain/operators/role.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { organisationRoute } from '../../../../src/pages/console/console-route.js';
import type { ConsoleVisit } from '../../../../src/pages/console/visitor.js';
import { page } from '../../../../src/pages/kit/page-route.js';
import { newId } from '../../../support/stored/ids.js';

const now = toInstant(1_800_000_000_000);
const content = { title: 'done', main: null as never };

/** What becomes of a visit to a page of that action, by somebody of that role. */
function visited(action: OperatorAction, role: string | null, provedSecondsAgo = 0) {
  const id = newId();
  const route = organisationRoute(
    { clock: { now: () => now } },
    {
      ...{ name: 'x', method: 'get', path: 'x', action, api: 'settings' },
      handle: () => Promise.resolve(page(content)),
    },
  );
  const at = role === null ? null : { organisation: { id }, role };
  const operator = { provedAt: toInstant(now - provedSecondsAgo * 1_000) };
  const visit = { params: { organisation: id }, path: '/console/x', visitor: { at, operator } };
  if (route.access !== 'session') throw new Error('a page of nobody');
  const asked = visit as unknown as ConsoleVisit;
  return route.guard?.(asked) ?? route.handle(asked);
}

describe('A page of an organisation', () => {
  test('is there for whoever may do what it does', async () => {
    expect(await visited('cancel_subscription', 'support')).toMatchObject({ answer: 'page' });
  });

  test('is refused to a role that may not', async () => {
    expect(await visited('cancel_subscription', 'viewer')).toEqual({
      answer: 'failed',
      failure: 'not_allowed',
    });
  });

  test('is not there for somebody who is nothing to the organisation', async () => {
    expect(await visited('see', null)).toEqual({ answer: 'failed', failure: 'unknown_page' });
  });

  test('that asks for proof leads to it once the last one is five minutes old', async () => {
    expect(await visited('add_client', 'owner', 299)).toMatchObject({ answer: 'page' });
    expect(await visited('add_client', 'owner', 300)).toEqual({
      answer: 'see',
      path: '/console/prove?next=%2Fconsole%2Fx',
    });
    expect(await visited('switch_client', 'owner', 300)).toMatchObject({ answer: 'page' });
  });
});
