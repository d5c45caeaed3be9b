import { body, type ValidationChain } from 'express-validator';
import type { FieldFault } from '../failure.js';
import type { FieldRule } from '../field-rule.js';

type TextRule = Extract<FieldRule, { readonly type: 'string' | 'strings' }>;

/** Absent, then type, then length or range, then format: the first that does not hold is the field's fault. */
export function makeFieldChain(rule: FieldRule): ValidationChain {
  const { name } = rule;
  const chain = body(name)
    .exists()
    .withMessage({ name, fault: 'absent' } satisfies FieldFault);
  const wrongType: FieldFault = { name, fault: 'wrong_type', type: rule.type };
  switch (rule.type) {
    case 'boolean':
      return chain.isBoolean({ strict: true }).withMessage(wrongType);
    case 'integer': {
      const { minimum, maximum } = rule;
      const outOfRange: FieldFault = { name, fault: 'out_of_range', minimum, maximum };
      // Own: `isInt` takes "5" and [5] for 5.
      return chain
        .custom(Number.isInteger)
        .withMessage(wrongType)
        .isInt({ min: minimum, max: maximum })
        .withMessage(outOfRange);
    }
    case 'string':
      return checkText(chain.isString().withMessage(wrongType), rule);
    case 'strings': {
      const { maxItems } = rule;
      return chain
        .isArray()
        .withMessage(wrongType)
        .isArray({ max: maxItems })
        .withMessage({ name, fault: 'too_many_items', maxItems } satisfies FieldFault);
    }
  }
}

/** What each item of a list of texts is held to. */
export function makeItemChain(rule: TextRule): ValidationChain {
  const { name } = rule;
  const noText: FieldFault = { name, fault: 'wrong_type', type: 'string' };
  return checkText(body(name).isString().withMessage(noText), rule);
}

/**
 * Lengths are counted in characters, as JSON Schema counts them for the API document: an emoji is one. `isLength` is not
 * used for it: it counts a sign and the selector of its presentation (U+FE0F) as one, where these are two.
 */
function checkText(chain: ValidationChain, rule: TextRule): ValidationChain {
  const { name, maxLength, pattern, printedPattern } = rule;
  return chain
    .matches(new RegExp(`^[^]{0,${String(maxLength)}}$`, 'u'))
    .withMessage({ name, fault: 'too_long', maxLength } satisfies FieldFault)
    .matches(pattern)
    .withMessage({ name, fault: 'wrong_format', printedPattern } satisfies FieldFault);
}

/** Own: `checkExact` knows names that every object has, such as `constructor`, and prints `a.b` as `["a.b"]`. */
export function makeUnknownFieldsChain(fields: readonly FieldRule[]): ValidationChain {
  const known = new Set(fields.map(({ name }) => name));
  // Own names only: `__proto__` is a field like any other.
  const unknownIn = (sent: object) => Object.keys(sent).filter((name) => !known.has(name));
  return body()
    .custom((sent: object) => unknownIn(sent).length === 0)
    .withMessage((sent: object) =>
      unknownIn(sent).map((name): FieldFault => ({ name, fault: 'unknown' })),
    );
}
