import type { Fields } from './wire.js';

/** What goes wrong with a command that is met. */
export type Fault = {
  /** Its name, or a condition on the whole command. */
  readonly command: string | ((command: Fields, name: string) => boolean);
  /** Whether the server has done the command by then. */
  readonly when: 'before' | 'after';
  /**
   * `error`: the reply is this error. `statement`: the reply says ok, and this error of its first statement.
   * `majority`: the reply is what it is, and says that no majority confirmed. `cut`: the connection breaks. `silent`:
   * no reply comes.
   */
  readonly as: 'error' | 'statement' | 'majority' | 'cut' | 'silent';
  readonly code?: number;
  readonly labels?: readonly string[];
  /** So many commands, one unless told. */
  readonly times?: number;
};

export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** The fault that this command meets, counted as met; null: none. */
  readonly meet: (command: Fields, name: string) => Fault | null;
};

/** Faults that wait for the commands they are meant for. */
export function makeFaults(): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    meet: (command, name) => {
      const met = waiting.find(({ fault }) =>
        typeof fault.command === 'string' ? fault.command === name : fault.command(command, name),
      );
      if (met === undefined) return null;
      met.left -= 1;
      if (met.left === 0) waiting = waiting.filter((it) => it !== met);
      return met.fault;
    },
  };
}

/** The reply of a command that meets this fault; the one that the server gave, if it was asked. */
export function faultyReply({ as, code = 0, labels = [] }: Fault, reply: Fields | null): Fields {
  const named = { code, codeName: `Code${String(code)}`, errmsg: `told of code ${String(code)}` };
  const labelled = labels.length === 0 ? {} : { errorLabels: labels };
  if (as === 'majority') return { ...reply, writeConcernError: named, ...labelled };
  if (as === 'error') return { ok: 0, ...named, ...labelled };
  return { n: 0, nModified: 0, writeErrors: [{ index: 0, ...named }], ok: 1, ...labelled };
}
