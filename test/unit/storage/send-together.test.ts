import { describe, expect, test } from '@jest/globals';
import { makeSendTogether } from '../../../src/storage/send-together.js';

/** A sender whose commands are answered when the test says so. */
function makeWorld({ atOnce = 1, mostItems = 10 } = {}) {
  const sent: (readonly number[])[] = [];
  const replies: { answer: () => void; fail: (error: Error) => void }[] = [];
  const reply = (items: readonly number[]): Promise<readonly string[]> => {
    sent.push(items);
    return new Promise((resolve, reject) => {
      replies.push({
        answer: () => {
          resolve(items.map((it) => `answer ${String(it)}`));
        },
        fail: reject,
      });
    });
  };
  const send = makeSendTogether<number, string>({
    atOnce,
    mostItems,
    sendOne: async (item) => (await reply([item]))[0] ?? 'none',
    sendMany: reply,
    isOfSingleItems: (error) => error instanceof RangeError,
  });
  const next = async (act: 'answer' | Error): Promise<void> => {
    const waiting = replies.shift();
    if (waiting === undefined) throw new Error('nothing is under way');
    if (act === 'answer') waiting.answer();
    else waiting.fail(act);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { send, sent, next };
}

describe('what is sent together', () => {
  test('is sent at once where nothing is under way: a lone item waits for nobody', async () => {
    const { send, sent, next } = makeWorld();
    const answer = send(1);
    expect(sent).toEqual([[1]]);
    await next('answer');
    expect(await answer).toBe('answer 1');
    void send(2);
    expect(sent).toEqual([[1], [2]]);
  });

  test('gathers behind a command that is under way, and goes out as one', async () => {
    const { send, sent, next } = makeWorld();
    const answers = [1, 2, 3].map(send);
    expect(sent).toEqual([[1]]);
    await next('answer');
    expect(sent).toEqual([[1], [2, 3]]);
    await next('answer');
    expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  test('is bounded in items and in commands at once', async () => {
    const { send, sent, next } = makeWorld({ atOnce: 2, mostItems: 2 });
    const answers = [1, 2, 3, 4, 5].map(send);
    expect(sent).toEqual([[1], [2]]);
    await next('answer');
    expect(sent).toEqual([[1], [2], [3, 4]]);
    await next('answer');
    await next('answer');
    await next('answer');
    expect(await Promise.all(answers)).toHaveLength(5);
    expect(sent).toEqual([[1], [2], [3, 4], [5]]);
  });

  test('fails for all of a command, and for nobody behind it', async () => {
    const { send, next } = makeWorld();
    const [first, second, third] = [1, 2, 3].map((it) => send(it).catch((error: unknown) => error));
    await next('answer');
    const behind = send(4);
    await next(new Error('gone'));
    await next('answer');
    expect(await first).toBe('answer 1');
    expect(await second).toEqual(new Error('gone'));
    expect(await third).toEqual(new Error('gone'));
    expect(await behind).toBe('answer 4');
  });

  test('is sent one by one again where single items failed', async () => {
    const { send, sent, next } = makeWorld();
    const [, second, third] = [1, 2, 3].map((it) => send(it).catch((error: unknown) => error));
    await next('answer');
    await next(new RangeError('one is too large'));
    expect(sent).toEqual([[1], [2, 3], [2], [3]]);
    await next(new RangeError('one is too large'));
    await next('answer');
    expect(await second).toEqual(new RangeError('one is too large'));
    expect(await third).toBe('answer 3');
  });
});
