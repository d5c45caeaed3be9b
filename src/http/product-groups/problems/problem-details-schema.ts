import { z } from 'zod';

const violation = z
  .strictObject({
    propertyPath: z.string().meta({ description: 'As in `memberships[1].pricePlans[0]`' }),
    message: z.string(),
    code: z.string(),
  })
  .meta({ id: 'Violation', description: 'What is wrong with one field' });

export const ruleRefusal = z
  .strictObject({
    code: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'RuleRefusal',
    description: 'A rule that does not hold, and what it was checked on',
  });

/** Every failure of this dialect (docs/spec/product-groups-api.md §1). */
export const problemDetailsSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'For people; it may be worded differently later' }),
    code: z.string().meta({ description: 'docs/errors.md says what each means' }),
    violations: z.array(violation).min(1).max(100).optional(),
    moreViolations: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many more there are than `violations` lists' }),
    refusals: z.array(ruleRefusal).min(1).optional(),
  })
  .meta({ id: 'ProblemDetails', description: 'Why a request was refused; nothing was written' });
