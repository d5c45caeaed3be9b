import { describe, expect, test } from '@jest/globals';
import { makeLog } from '../../../src/observability/log.js';

type Line = Record<string, unknown>;

function logTo(level: 'debug' | 'info' | 'warn' | 'error' | 'silent') {
  const lines: Line[] = [];
  const stream = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  return { lines, log: makeLog({ level, stream }) };
}

function lineOf(facts: Record<string, unknown>): Line {
  const { lines, log } = logTo('info');
  log.info('something happened', facts);
  return lines[0] ?? {};
}

describe('a line', () => {
  test('is one JSON object with level, time, process, message and facts', () => {
    const line = lineOf({ user_product_id: 'x', rows: 3n });
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      msg: 'something happened',
      user_product_id: 'x',
      rows: '3',
    });
  });

  test('is left out below the level', () => {
    const { lines, log } = logTo('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((it) => [it.level, it.msg])).toEqual([
      ['warn', 'c'],
      ['error', 'd'],
    ]);
    const silent = logTo('silent');
    silent.log.error('e');
    expect(silent.lines).toEqual([]);
  });

  test('does not let a fact pose as its level or message', () => {
    expect(lineOf({ level: 'error', msg: 'forged' })).toMatchObject({
      level: 'info',
      msg: 'something happened',
      fact_level: 'error',
      fact_msg: 'forged',
    });
  });
});

describe('what is secret', () => {
  test.each([
    'secret',
    'clientSecret',
    'client_secret',
    'token',
    'accessToken',
    'Authorization',
    'PASSWORD',
    'set-cookie',
    'apiKey',
  ])('is hidden where it is named %s, however deep', (name) => {
    const line = JSON.stringify(lineOf({ request: { headers: [{ [name]: 'do-not-print' }] } }));
    expect(line).toContain('[hidden]');
    expect(line).not.toContain('do-not-print');
  });

  test('is hidden within texts: credentials of an address, bearer tokens, JWTs', () => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
    const line = lineOf({
      at: 'mongodb://user:hunter2@db/x',
      sent: 'Bearer abc.def',
      seen: `got ${jwt} from it`,
    });
    expect(line).toMatchObject({
      at: 'mongodb://***@db/x',
      sent: 'Bearer [hidden]',
      seen: 'got [hidden] from it',
    });
  });

  test.each([
    ['-eyJa.b.c and eyJd.e.', '-[hidden] and [hidden]'],
    ['see eyJa.b.c.d.eyJe.f.g', 'see [hidden].d.[hidden]'],
    ['eyJa.b eyJ.b.c aeyJa.b.c eyJa..c', 'eyJa.b eyJ.b.c aeyJa.b.c eyJa..c'],
    ['...eyJa.b.c...', '...[hidden]...'],
  ])('is hidden where a token stands in "%s"', (seen, hidden) => {
    expect(lineOf({ seen })).toMatchObject({ seen: hidden });
  });

  test('is hidden in an error, its cause and its stack, and nothing else of it is told', () => {
    const cause = new Error('no route to mongodb://user:hunter2@db/x');
    const error = Object.assign(new Error('mongodb://user:hunter2@db/x is gone', { cause }), {
      code: 'ECONNREFUSED',
      client: { options: { credentials: 'hunter2' } },
    });
    const line = lineOf({ error });
    expect(line).toMatchObject({
      error: {
        type: 'Error',
        code: 'ECONNREFUSED',
        message: 'mongodb://***@db/x is gone',
        cause: { message: 'no route to mongodb://***@db/x' },
      },
    });
    expect(JSON.stringify(line)).not.toContain('hunter2');
    expect(JSON.stringify(line)).not.toContain('options');
  });
});

test('a cycle, a long list and a date are told within bounds', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const line = lineOf({ cycle, list: Array.from({ length: 102 }, () => 1), on: new Date(0) });
  expect(JSON.stringify(line.cycle)).toContain('[deeper]');
  expect((line.list as unknown[]).at(-1)).toBe('[2 more]');
  expect(line.on).toBe('1970-01-01T00:00:00.000Z');
});
