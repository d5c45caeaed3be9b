import { expect, test } from '@jest/globals';
import {
  BusyError,
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../../src/application/ports/failures.js';

test('A failure is told by its name, and being busy by when to come again', () => {
  const busy = new BusyError('the account kept changing');
  expect([busy.name, busy.message, busy.retryAfterSeconds]).toEqual([
    'BusyError',
    'the account kept changing',
    1,
  ]);
  expect(new BusyError('too much', 5).retryAfterSeconds).toBe(5);
  expect(new OutcomeUnknownError().name).toBe('OutcomeUnknownError');
  expect(new StoreUnavailableError().name).toBe('StoreUnavailableError');
});
