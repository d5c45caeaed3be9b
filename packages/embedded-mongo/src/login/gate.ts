import { MongoError } from '../errors/mongo-error.js';
import { beginExchange, type Exchange, type Verifier } from './scram.js';

/** What stands before one connection until it has signed in. */
export type Gate = {
  /** Throws 13 for a command that is not for everybody. */
  readonly check: (command: string) => void;
  readonly begin: (first: string, skipsEmpty: boolean) => string;
  /** `isDone`: nothing more is to be said. Throws 18 when the proof is wrong. */
  readonly proceed: (message: string) => { readonly answer: string; readonly isDone: boolean };
};

/** What a client may ask before it has said who it is, and by what it says so. */
const FOR_EVERYBODY: ReadonlySet<string> = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'ping',
  'buildInfo',
  'buildinfo',
  'saslStart',
  'saslContinue',
  'endSessions',
]);

/** Makes the gate of one connection; where there is no verifier, everybody who gets there is let in. */
export function makeGate(verifier: Verifier | undefined): Gate {
  let isOpen = verifier === undefined;
  let exchange: Exchange | undefined;
  let skips = false;
  return {
    check: (command) => {
      if (!isOpen && !FOR_EVERYBODY.has(command))
        throw new MongoError(13, `Command ${command} requires authentication`);
    },
    begin: (first, skipsEmpty) => {
      exchange = verifier && beginExchange(verifier, first);
      skips = skipsEmpty;
      if (exchange === undefined) throw failed();
      return exchange.serverFirst;
    },
    proceed: (message) => {
      if (isOpen && message === '') return { answer: '', isDone: true };
      const answer = exchange?.finish(message);
      exchange = undefined;
      if (answer === undefined) throw failed();
      isOpen = true;
      return { answer, isDone: skips };
    },
  };
}

function failed(): MongoError {
  return new MongoError(18, 'Authentication failed.');
}
