import { expect, test } from '@jest/globals';
import { PageDeadlineError, withinDeadline } from '../../../../src/pages/kit/deadline.js';

const never = new Promise<never>(() => undefined);

test('Work that is done in time is what it comes to', async () => {
  expect(await withinDeadline(Promise.resolve('done'), 240_000)).toBe('done');
});

test('Work that fails in time fails as it does', async () => {
  const failing = Promise.reject(new Error('broken'));
  await expect(withinDeadline(failing, 240_000)).rejects.toThrow('broken');
});

test('Work that never ends is given up', async () => {
  await expect(withinDeadline(never, 1)).rejects.toThrow(PageDeadlineError);
});
