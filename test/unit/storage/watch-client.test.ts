import { describe, expect, test } from '@jest/globals';
import { type ClientWatchDeps, makeClientWatch } from '../../../src/storage/watch-client.js';
import { until } from '../../support/until.js';

type Away = 'client' | 'database' | 'neither';

/** A client and a database that are as a test says, and a watch over them. */
function watched(changed: Partial<ClientWatchDeps> = {}) {
  const asked: string[] = [];
  let away: Away = 'client';
  const answer = async (name: string, isAway: boolean) => {
    asked.push(name);
    if (isAway) throw new Error('no answer');
    return Promise.resolve();
  };
  const watch = makeClientWatch({
    ping: () => answer('ping', away !== 'neither'),
    pingFreshly: () => answer('fresh', away === 'database'),
    replace: () => {
      asked.push('replace');
      away = 'neither';
      return Promise.resolve();
    },
    onReplaced: () => asked.push('told'),
    unavailableMs: 0,
    lookEveryMs: 1,
    answerMs: 60_000,
    ...changed,
  });
  return {
    watch,
    asked,
    set: (to: Away) => {
      away = to;
    },
  };
}

describe('A watch over the client of the database', () => {
  test('replaces one that stays silent while a fresh one is answered, and says so', async () => {
    const { watch, asked } = watched();
    watch.notice();
    await until(() => asked.includes('told'));
    expect(asked).toEqual(['ping', 'fresh', 'replace', 'told']);
    await watch.stop();
  });

  test('leaves it alone where the database is away for everybody', async () => {
    const { watch, asked, set } = watched();
    set('database');
    watch.notice();
    await until(() => asked.filter((it) => it === 'fresh').length > 3);
    expect(asked).not.toContain('replace');
    await watch.stop();
  });

  test('leaves it alone where it answers again, and looks no more', async () => {
    const { watch, asked, set } = watched();
    set('neither');
    watch.notice();
    await until(() => asked.length > 0);
    await watch.stop();
    expect(asked).toEqual(['ping']);
  });

  test('gives it some time before it tries a fresh one', async () => {
    const { watch, asked } = watched({ unavailableMs: 60_000 });
    watch.notice();
    await until(() => asked.length > 3);
    expect(new Set(asked)).toEqual(new Set(['ping']));
    await watch.stop();
  });

  test('waits for no answer for ever', async () => {
    const never = () => new Promise<never>(() => undefined);
    const { watch, asked } = watched({ ping: never, answerMs: 5 });
    watch.notice();
    await until(() => asked.includes('told'));
    await watch.stop();
  });

  test('tries again where the replacement fails', async () => {
    const replaced: string[] = [];
    const { watch } = watched({
      replace: () => {
        replaced.push('tried');
        return replaced.length < 3 ? Promise.reject(new Error('away again')) : Promise.resolve();
      },
    });
    watch.notice();
    await until(() => replaced.length === 3);
    await watch.stop();
  });

  test('asks nothing while all is well, and nothing once it is stopped', async () => {
    const { watch, asked } = watched();
    await watch.stop();
    watch.notice();
    await watch.stop();
    expect(asked).toEqual([]);
  });
});
