import type { FieldRule } from '../middleware/field-rules.js';

const code = { pattern: /^[a-zA-Z-_0-9]+$/, printedPattern: '/^[a-zA-Z-_0-9]+$/' } as const;

const accountId = {
  name: 'account_id',
  required: true,
  type: 'string',
  maxLength: 24,
  pattern: /^[a-f\d]{24}$/i,
  // Printed without its i flag, as the documentation does.
  printedPattern: '/^[a-f\\d]{24}$/',
} as const satisfies FieldRule;

const userProductId = {
  name: 'user_product_id',
  required: true,
  type: 'string',
  maxLength: 24,
  ...code,
} as const satisfies FieldRule;

/** `PUT subscription_system/change_product` (spec/payway-api.md §2). */
export const changeProductFields = [
  accountId,
  userProductId,
  { name: 'package_code', required: true, type: 'string', maxLength: 50, ...code },
  { name: 'target_period_id', required: true, type: 'string', maxLength: 24, ...code },
  { name: 'default_behaviour', required: false, type: 'boolean' },
] as const satisfies readonly FieldRule[];

/** `PUT test_clock` (spec/operations.md §6): an instant with its offset, as answers print it. */
export const testClockFields = [
  {
    name: 'now',
    required: true,
    type: 'string',
    maxLength: 29,
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/,
    printedPattern:
      '/^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$/',
  },
] as const satisfies readonly FieldRule[];
