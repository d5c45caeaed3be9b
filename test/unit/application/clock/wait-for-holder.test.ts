import { expect, test } from '@jest/globals';
import { newHoldWaits, waitForHolder } from '../../../../src/application/clock/wait-for-holder.js';
import { BusyError } from '../../../../src/application/ports/failures.js';

test('A request waits two seconds in all for a step of the clock, then its caller is told to come again', async () => {
  const pauses: number[] = [];
  const pause = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  const left = newHoldWaits();
  for (let waits = 0; waits < 20; waits += 1) await waitForHolder({ pause }, left);
  await expect(waitForHolder({ pause }, left)).rejects.toThrow(BusyError);
  expect(pauses.reduce((sum, ms) => sum + ms)).toBe(2_000);
  await waitForHolder({ pause }, newHoldWaits());
});
