import { type BodyPart, faulty } from '../../../../../src/http/core/body/body-part.js';
import type { FieldFault } from '../../../../../src/http/core/failure.js';

/** What a part makes of this: its value, or what is wrong with it where it stands at `it`. */
export function readPart(part: Pick<BodyPart<unknown>, 'read'>, sent: unknown): unknown {
  const faults: FieldFault[] = [];
  const value = part.read(sent, { path: 'it', tell: (fault) => faults.push(fault) });
  if (value !== faulty) return faults.length === 0 ? { value } : { value, faults };
  return faults.map(({ name, fault }) => `${name} ${fault}`);
}
