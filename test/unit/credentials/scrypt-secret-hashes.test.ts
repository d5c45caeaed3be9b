import { describe, expect, test } from '@jest/globals';
import { BusyError } from '../../../src/application/ports/failures.js';
import { makeScryptSecretHashes } from '../../../src/credentials/scrypt-secret-hashes.js';

const N = 2 ** 10;
const hashes = makeScryptSecretHashes({ N });
const turnOf = (from: string) => ({ from, signal: new AbortController().signal });
const turn = turnOf('192.0.2.1');

describe('hashes of secrets', () => {
  test('match the secret they were made of and no other', async () => {
    const stored = await hashes.hash('demo-secret');
    expect(stored).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await hashes.matches('demo-secret', stored, turn)).toBe(true);
    expect(await hashes.matches('demo-secreT', stored, turn)).toBe(false);
    expect(await hashes.matches('', stored, turn)).toBe(false);
  });

  test('are salted: the same secret twice has two hashes', async () => {
    expect(await hashes.hash('x')).not.toBe(await hashes.hash('x'));
  });

  test('that were made at another cost still match', async () => {
    const stored = await makeScryptSecretHashes({ N: 2 ** 11 }).hash('x');
    expect(await hashes.matches('x', stored, turn)).toBe(true);
  });

  test.each(
    [
      null,
      '',
      'demo-secret',
      'plain$demo-secret',
      'scrypt$1024$8$1$short$short',
      `scrypt$1048576$8$1$${'a'.repeat(22)}$${'a'.repeat(43)}`,
      `scrypt$1000$8$1$${'a'.repeat(22)}$${'a'.repeat(43)}`,
      `scrypt$1024$0$1$${'a'.repeat(22)}$${'a'.repeat(43)}`,
      `scrypt$1024$9$9$${'a'.repeat(22)}$${'a'.repeat(43)}`,
    ].map((stored) => ({ stored })),
  )('$stored matches nothing', async ({ stored }) => {
    expect(await hashes.matches('demo-secret', stored, turn)).toBe(false);
  });

  test('by default take 32 MB', async () => {
    expect(await makeScryptSecretHashes().hash('x')).toMatch(/^scrypt\$32768\$8\$1\$/);
  });
});

describe('at once', () => {
  test('so many run, so many wait, and one more is told to come back', async () => {
    const narrow = makeScryptSecretHashes({ N, atOnce: 1, waiting: 1 });
    const [running, waiting, refused] = [narrow.hash('a'), narrow.hash('b'), narrow.hash('c')];
    await expect(refused).rejects.toThrow(BusyError);
    expect(await Promise.all([running, waiting])).toHaveLength(2);
    expect(await narrow.hash('d')).toMatch(/^scrypt/);
  });

  test('an unknown client waits in the same queue as a known one', async () => {
    const narrow = makeScryptSecretHashes({ N, atOnce: 1, waiting: 0 });
    const running = narrow.hash('a');
    await expect(narrow.matches('x', null, turn)).rejects.toThrow(BusyError);
    await running;
  });

  test('a hundred guesses from one address do not hold up a client at another', async () => {
    const narrow = makeScryptSecretHashes({ N });
    const order: string[] = [];
    const sign = async (name: string, from: string) => {
      await narrow.matches('guess', null, turnOf(from));
      order.push(name);
    };
    const guesses = Array.from({ length: 102 }, () => sign('guess', '192.0.2.1'));
    const outcomes = Promise.allSettled(guesses);
    await sign('honest', '192.0.2.2');
    // Two run when it comes and one of the line is next; how many end beside it is the machine's to say.
    expect(order.length).toBeLessThan(50);
    expect((await outcomes).filter((it) => it.status === 'rejected')).toHaveLength(1);
  });
});
