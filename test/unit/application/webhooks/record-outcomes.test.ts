import { expect, test } from '@jest/globals';
import type { DeliveryOutcome } from '../../../../src/application/ports/webhook-delivery-store.js';
import { makeRecordOutcomes } from '../../../../src/application/webhooks/record-outcomes.js';
import { toInstant } from '../../../../src/domain/time/instant.js';

const outcome = (position: number): DeliveryOutcome => ({
  position,
  tries: 0,
  replays: 0,
  state: 'delivered',
  attempt: { at: toInstant(0), status: 200, failure: null, durationMs: 1, answer: '' },
});

test('what comes in while a bulk is being written goes into the next', async () => {
  const bulks: number[][] = [];
  const gates: (() => void)[] = [];
  const record = makeRecordOutcomes((outcomes) => {
    bulks.push(outcomes.map((it) => it.position));
    return new Promise((resolve) => gates.push(resolve));
  });
  const first = record(outcome(1));
  await Promise.resolve();
  const others = [record(outcome(2)), record(outcome(3))];
  expect(bulks).toEqual([[1]]);
  gates.shift()?.();
  await first;
  await Promise.resolve();
  gates.shift()?.();
  await Promise.all(others);
  expect(bulks).toEqual([[1], [2, 3]]);
});

test('a bulk that fails is told to those who wait for it, and the next is written', async () => {
  let tries = 0;
  const record = makeRecordOutcomes(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
  });
  await expect(record(outcome(1))).rejects.toThrow('away');
  await expect(record(outcome(2))).resolves.toBeUndefined();
});
