import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
import { tellFault } from '../../../../../src/http/core/body/tell-fault.js';

test('a fault is told of the value at hand, or of what stands below it', () => {
  const part = z.array(z.number()).superRefine((_sent, context) => {
    tellFault(context, { fault: 'too_few_items', minItems: 3 });
    tellFault(context, { fault: 'duplicate' }, [1]);
  });
  expect(readBody(z.strictObject({ sizes: part }), { sizes: [1, 1] })).toEqual({
    faults: [
      { name: 'sizes', fault: 'too_few_items', minItems: 3 },
      { name: 'sizes[1]', fault: 'duplicate' },
    ],
  });
});
