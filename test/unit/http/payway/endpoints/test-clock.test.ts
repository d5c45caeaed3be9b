import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../../../../src/http/core/problem.js';
import { makeTestClockEndpoints } from '../../../../../src/http/payway/endpoints/test-clock.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { askEndpoint, organisationId, recording } from '../../../../support/ask-endpoint.js';

const now = at('2026-11-30T23:00:00Z');
const unasked = () => Promise.reject(new Error('nobody is to be asked'));
const endpointsWith = (given: object) =>
  makeTestClockEndpoints({ readTestClock: unasked, setTestClock: unasked, ...given });

test('readTestClock says what time it is', async () => {
  const { useCase, asked } = recording({ ok: true, now, timeZone: stockholm });
  const endpoints = endpointsWith({ readTestClock: useCase });
  expect(await askEndpoint(endpoints, 'readTestClock')).toEqual({
    status: 200,
    body: { item: { now: '2026-12-01T00:00:00+01:00' } },
  });
  expect(asked).toEqual([{ organisationId }]);
});

describe('setTestClock', () => {
  const body = { now: '2026-12-01T00:00:00+01:00' };

  test('moves the clock, and says how much was applied', async () => {
    const { useCase, asked } = recording({ ok: true, now, timeZone: stockholm, applied: 4 });
    const endpoints = endpointsWith({ setTestClock: useCase });
    const item = { ...body, applied: 4 };
    expect(await askEndpoint(endpoints, 'setTestClock', { body })).toEqual({
      status: 200,
      body: { item },
    });
    expect(asked).toEqual([{ organisationId, at: now }]);
  });

  test.each(['organisation_is_live', 'clock_moves_forward_only'])('is 409 %s', async (failure) => {
    const refused = recording({ ok: false, failure });
    const endpoints = endpointsWith({
      setTestClock: refused.useCase,
      readTestClock: refused.useCase,
    });
    const code = { status: 409, code: failure };
    expect(await askEndpoint(endpoints, 'setTestClock', { body })).toMatchObject(code);
    expect(await askEndpoint(endpoints, 'readTestClock')).toMatchObject(code);
  });

  test('is 400 where there is no such day', async () => {
    const unreal = { body: { now: '2026-02-30T00:00:00Z' } };
    const answer = (await askEndpoint(endpointsWith({}), 'setTestClock', unreal)) as Problem;
    expect(answer).toMatchObject({ status: 400, body: { field: 'now' } });
  });
});
