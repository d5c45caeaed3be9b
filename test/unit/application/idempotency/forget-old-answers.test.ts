import { expect, test } from '@jest/globals';
import { keptForMs } from '../../../../src/application/ports/idempotency-store.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

test('What was kept for a key is forgotten after a day, unless the worker stops', async () => {
  const { useCases, stores, organisationId, time } = await startInMemory();
  const claim = () =>
    stores.idempotency.claim(
      organisationId,
      {
        ...{ keyHash: 'key', commandHash: 'command', chosenId: newId<never>() },
        ...{ heldAt: time.now(), isFree: false, answer: null },
      },
      0,
    );
  expect(await claim()).toBeNull();
  time.set(toInstant(time.now() + keptForMs));
  expect(await useCases.forgetOldAnswers(() => false)).toBe(0);
  time.set(toInstant(time.now() + 1));
  expect(await useCases.forgetOldAnswers(() => true)).toBe(0);
  expect(await useCases.forgetOldAnswers(() => false)).toBe(1);
  expect(await claim()).toBeNull();
});
