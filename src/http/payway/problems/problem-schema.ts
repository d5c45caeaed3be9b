import { z } from 'zod';

const code = z.string().meta({ description: 'docs/errors.md says what each means' });
const message = z.string().meta({ description: 'For people; it may be worded differently later' });
const field = z.string().optional().meta({ description: 'The parameter or header at fault' });

const faultSchema = z
  .strictObject({ code, message, field })
  .meta({ id: 'Fault', description: 'One thing that is wrong with a request' });

const errors = z.array(faultSchema).min(2).max(20).optional().meta({
  description: 'All faults, the first included, where there is more than one; 20 at most',
});

const more = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'How many more faults there are than `errors` lists' });

/** Every failure but OAuth's (docs/spec/payway-api.md §1). */
export const problemSchema = z
  .strictObject({ code, message, field, errors, more_errors: more })
  .meta({ id: 'Problem', description: 'Why a request was refused; nothing was written' });
