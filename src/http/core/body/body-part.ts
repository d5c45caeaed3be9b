import type { FieldFault } from '../failure.js';

/** Read and found wanting: what is wrong has been told. */
export const faulty = Symbol('faulty');
export type Faulty = typeof faulty;

/** Where in a body a value stands, and who is told what is wrong with it. */
export type Place = {
  /** As in `memberships[1].pricePlans[0]`; empty for the body itself. */
  readonly path: string;
  readonly tell: (fault: FieldFault) => void;
};

/** A sort of value: what is sent of it, what that means, and how the API document prints it. */
export type BodyPart<Value> = {
  /** JSON Schema of what it takes. */
  readonly printed: Readonly<Record<string, unknown>>;
  /** Reads what is there, null included; every fault is told, with its path. */
  readonly read: (sent: unknown, place: Place) => Value | Faulty;
};

/** The place of that field of an object, under the name that was sent. */
export function fieldOf({ path, tell }: Place, name: string): Place {
  return { path: path === '' ? name : `${path}.${name}`, tell };
}

/** The place of that item of a list. */
export function itemAt({ path, tell }: Place, index: number): Place {
  return { path: `${path}[${String(index)}]`, tell };
}

/** A fault without the name of what has it: its place says that. */
export type FaultAlone = FieldFault extends infer Fault
  ? Fault extends FieldFault
    ? Omit<Fault, 'name'>
    : never
  : never;

/** Tells a fault of the value at this place. */
export function faultyAt({ path, tell }: Place, fault: FaultAlone): Faulty {
  tell({ name: path, ...fault });
  return faulty;
}
