import { z } from 'zod';
import { readBody } from '../../../../../src/http/core/body/read-body.js';

/** What a part makes of this as the field `it` of a body, undefined for one that is left out; or what is wrong with it. */
export function readPart(part: z.ZodType, sent: unknown): unknown {
  const read = readBody(z.strictObject({ it: part }), sent === undefined ? {} : { it: sent });
  if ('value' in read) return { value: read.value.it };
  return read.faults.map(({ name, fault }) => `${name} ${fault}`);
}

/** Of what is no object with fields, nothing but what the API document says. */
export function printedOf(part: z.ZodType): object {
  const { $schema: _, ...printed } = z.toJSONSchema(part, { io: 'input' });
  return printed;
}
