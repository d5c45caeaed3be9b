import { afterEach, describe, expect, test } from '@jest/globals';
import { toInstant, type TimeZone } from '../../../src/domain/time/instant.js';
import type { AppDeps } from '../../../src/http/app.js';
import { startApp, type StartedApp } from './start-app.js';
import { send, type Answer } from './send.js';

const path = '/external/api/v1/test_clock';
const timeZone = 'Europe/Stockholm' as TimeZone;

let app: StartedApp;
afterEach(() => app.close());

async function call(method: string, body?: string, deps: Partial<AppDeps> = {}): Promise<Answer> {
  app = await startApp(deps);
  const headers = { authorization: `Bearer ${app.token()}`, 'content-type': 'application/json' };
  return send(app.port, { method, path, headers, ...(body === undefined ? {} : { body }) });
}

describe('test clock (docs/spec/operations.md §6)', () => {
  test('GET says what time it is there', async () => {
    const now = toInstant(Date.parse('2026-12-01T00:00:00+01:00'));
    const readTestClock = () => Promise.resolve({ ok: true, now, timeZone } as const);
    const { status, text } = await call('GET', undefined, { readTestClock });
    expect([status, text]).toEqual([200, '{"item":{"now":"2026-12-01T00:00:00+01:00"}}']);
  });

  test('PUT sets it and says how much was applied', async () => {
    const setTestClock: AppDeps['setTestClock'] = ({ at }) =>
      Promise.resolve({ ok: true, now: at, timeZone, applied: 4 });
    const { status, text } = await call('PUT', '{"now":"2026-11-30T23:00:00Z"}', { setTestClock });
    expect([status, text]).toEqual([
      200,
      '{"item":{"now":"2026-12-01T00:00:00+01:00","applied":4}}',
    ]);
  });

  test.each(['organisation_is_live', 'clock_moves_forward_only', 'clock_step_too_long'] as const)(
    '%s is 409',
    async (failure) => {
      const setTestClock = () => Promise.resolve({ ok: false, failure } as const);
      const { status, json } = await call('PUT', '{"now":"2026-12-01T00:00:00Z"}', {
        setTestClock,
      });
      expect(status).toBe(409);
      expect(json).toMatchObject({ code: failure });
    },
  );

  test('GET for a live organisation is 409', async () => {
    const { status, json } = await call('GET');
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'organisation_is_live' });
  });

  test.each([
    { body: '{}', message: 'Parameter is required' },
    { body: '{"now":null}', message: 'Parameter must be a string' },
    { body: '{"now":1764543600000}', message: 'Parameter must be a string' },
    { body: `{"now":"${'2'.repeat(30)}"}`, message: 'Parameter must be at most 29 characters' },
    ...[
      '',
      'now',
      '2026-12-01',
      '2026-12-01T00:00:00',
      '2026-12-01T00:00:00Z\\n',
      '2026-02-30T00:00:00Z',
      '2026-12-01T25:00:00Z',
    ].map((now) => ({
      body: `{"now":"${now}"}`,
      message: expect.stringContaining('Parameter must match format (/^'),
    })),
  ])('$body is 400', async ({ body, message }) => {
    const { status, json } = await call('PUT', body);
    expect(status).toBe(400);
    expect(json).toEqual({ code: 'invalid_parameter', field: 'now', message });
  });

  test('POST is 405', async () => {
    const { status, headers } = await call('POST', '{}');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, PUT']);
  });
});
