import { expect, test } from '@jest/globals';
import { body } from 'express-validator';
import { runChain } from '../../../../../src/http/core/checks/run-chain.js';

const chain = body('x')
  .isString()
  .withMessage({ what: 'no text' })
  .custom((value: string) => Promise.resolve(value !== 'custom'))
  .matches(/^[a-z]+$/)
  .withMessage((value: string) => `${value} is not small`);

test('null where every validator holds', async () => {
  expect(await runChain(chain, 'abc')).toBeNull();
});

test('the message of the first that fails, a thing or what a function makes of the value', async () => {
  expect(await runChain(chain, 7)).toEqual({ what: 'no text' });
  expect(await runChain(chain, 'ABC')).toBe('ABC is not small');
});

test('the same chain serves many values at once', async () => {
  const values = [7, 'abc', 'ABC', 'abc'];
  expect(await Promise.all(values.map((it) => runChain(chain, it)))).toEqual([
    { what: 'no text' },
    null,
    'ABC is not small',
    null,
  ]);
});

test('it says what express-validator’s own run says', async () => {
  for (const value of [7, 'abc', 'ABC', null, '']) {
    const own = await chain.run({ body: { x: value } }, { dryRun: true });
    const [first] = own.array();
    expect(await runChain(chain, value)).toEqual(first?.msg ?? null);
  }
});
