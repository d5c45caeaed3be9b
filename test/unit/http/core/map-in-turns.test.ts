import { expect, test } from '@jest/globals';
import { mapInTurns } from '../../../../src/http/core/map-in-turns.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([0, 1, 99, 100, 101, 1_000])('%i items are mapped in their order', async (count) => {
  const doubled = await mapInTurns(numbers(count), (it) => 2 * it);
  expect(doubled).toEqual(numbers(count).map((it) => 2 * it));
});

test('somebody else gets a turn behind each hundred', async () => {
  let done = 0;
  const seen: number[] = [];
  const other = (): void => {
    seen.push(done);
    if (done < 1_000) setImmediate(other);
  };
  setImmediate(other);
  await mapInTurns(numbers(1_000), () => (done += 1));
  expect(seen.slice(0, 4)).toEqual([100, 200, 300, 400]);
});
