import { expect, test } from '@jest/globals';
import type { TokenClaims } from '../../../src/application/ports/access-tokens.js';
import { rememberVerified } from '../../../src/credentials/remember-verified.js';
import { toInstant } from '../../../src/domain/time/instant.js';

/** A verification that counts, of tokens that hold until 1,000. */
function counting() {
  const time = { ms: 0 };
  const asked: string[] = [];
  const verify = rememberVerified({ now: () => toInstant(time.ms) }, (token) => {
    asked.push(token);
    const claims = { clientId: token } as unknown as TokenClaims;
    return token === 'bad' || time.ms >= 1_000 ? null : { claims, holdsUntil: 1_000 };
  });
  return { time, asked, verify };
}

test('a token that holds is verified once, one that does not each time', () => {
  const { verify, asked } = counting();
  expect([verify('good'), verify('good')]).toEqual([{ clientId: 'good' }, { clientId: 'good' }]);
  expect([verify('bad'), verify('bad')]).toEqual([null, null]);
  expect(asked).toEqual(['good', 'bad', 'bad']);
});

test('a token is verified anew once it has expired, or the clock was set back', () => {
  const { verify, asked, time } = counting();
  time.ms = 500;
  verify('good');
  time.ms = 499;
  verify('good');
  time.ms = 1_000;
  expect(verify('good')).toBeNull();
  expect(asked).toEqual(['good', 'good', 'good']);
});

test('1,000 tokens are remembered, the oldest goes first', () => {
  const { verify, asked } = counting();
  for (let n = 0; n <= 1_000; n += 1) verify(`t${String(n)}`);
  asked.length = 0;
  verify('t1');
  verify('t0');
  expect(asked).toEqual(['t0']);
});
