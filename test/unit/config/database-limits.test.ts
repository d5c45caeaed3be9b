import { describe, expect, test } from '@jest/globals';
import { databaseFaults, databaseLimits } from '../../../src/config/database-limits.js';

const address = 'mongodb://operator:hunter2@db-1.example,db-2.example/billing';
const of = (query: string, more: object = {}) => ({
  MONGODB_URI: `${address}?${query}`,
  REQUEST_TIMEOUT_MS: 10_000,
  ...more,
});
const problemsOf = (query: string, more: object = {}) =>
  databaseFaults(of(query, more)).map(({ setting, problem }) => `${setting} ${problem}`);

describe('What a connection string says of how the database is used', () => {
  test('holds: connections and times, however they are written', () => {
    const query =
      'maxPoolSize=7&connectTimeoutMS=100&serverselectiontimeoutms=200&WAITQUEUETIMEOUTMS=300&socketTimeoutMS=400&wtimeoutMS=500';
    expect(problemsOf(query)).toEqual([]);
    expect(databaseLimits(of(query))).toEqual({
      poolSize: 7,
      connectMs: 100,
      selectMs: 200,
      queueMs: 300,
      replyMs: 400,
      majorityMs: 500,
    });
  });

  test('gives way to a setting', () => {
    const settings = { MONGODB_POOL_SIZE: 9, MONGODB_WAIT_MS: 50, MONGODB_INDEX_BUILD_MS: 60 };
    expect(databaseLimits(of('maxPoolSize=7&connectTimeoutMS=100', settings))).toEqual({
      poolSize: 9,
      connectMs: 50,
      selectMs: 50,
      queueMs: 50,
      indexBuildMs: 60,
    });
  });

  test('is nothing where there is none', () => {
    expect(databaseLimits({})).toEqual({});
    expect(databaseFaults({})).toEqual([]);
    expect(problemsOf('')).toEqual([]);
  });

  test.each([
    ['w=1', 'w'],
    ['w=0', 'w'],
    ['w=tag', 'w'],
    ['journal=false', 'journal'],
    ['readConcernLevel=local', 'readConcernLevel'],
    ['readConcernLevel=snapshot', 'readConcernLevel'],
    ['readPreference=secondary', 'readPreference'],
    ['readPreference=primaryPreferred', 'readPreference'],
    ['readPreferenceTags=dc:a', 'readPreferenceTags'],
    ['maxStalenessSeconds=100', 'maxStalenessSeconds'],
    ['timeoutMS=1000', 'timeoutMS'],
    ['socketTimeoutMS=0', 'socketTimeoutMS'],
    ['serverSelectionTimeoutMS=10000', 'serverSelectionTimeoutMS'],
    ['connectTimeoutMS=30000', 'connectTimeoutMS'],
    ['waitQueueTimeoutMS=soon', 'waitQueueTimeoutMS'],
    ['wtimeoutMS=10000', 'wtimeoutMS'],
    ['wtimeout=-1', 'wtimeout'],
    ['maxPoolSize=0', 'maxPoolSize'],
  ])('is refused by name where it may not hold: %s', (query, name) => {
    const problems = problemsOf(`tls=true&${query}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^MONGODB_URI must not set ${name}\\b`));
    expect(problems[0]).not.toMatch(/hunter2|db-1|soon/);
  });

  test.each([
    'w=majority&journal=true&readConcernLevel=majority&readPreference=primary',
    'retryWrites=false&retryReads=false&replicaSet=rs0&appName=a',
    'tls=true&authSource=admin&compressors=zlib&heartbeatFrequencyMS=5000',
  ])('is taken where it changes no promise: %s', (query) => {
    expect(problemsOf(query)).toEqual([]);
  });

  test('leaves time for an answer, by settings too', () => {
    expect(problemsOf('', { MONGODB_WAIT_MS: 10_000, MONGODB_MAJORITY_MS: 9_999 })).toEqual([
      'MONGODB_WAIT_MS must be below REQUEST_TIMEOUT_MS',
    ]);
  });

  test('is told all at once', () => {
    expect(problemsOf('w=1&journal=false&timeoutMS=5', { MONGODB_REPLY_MS: 20_000 })).toHaveLength(
      4,
    );
  });
});
