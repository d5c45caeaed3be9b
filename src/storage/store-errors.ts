import { mongo } from 'mongoose';
import { OutcomeUnknownError, StoreUnavailableError } from '../application/ports/failures.js';

/** Runs one command; what the driver throws becomes what the ports promise. */
export type Guards = {
  /** Throws `StoreUnavailableError` where there was no answer. */
  readonly reading: <T>(command: () => Promise<T>) => Promise<T>;
  /** Throws `StoreUnavailableError` where nothing was sent for sure, `OutcomeUnknownError` where it may be done. */
  readonly writing: <T>(command: () => Promise<T>) => Promise<T>;
};

/** Codes of an operation that was given up, refused or cut short by the state of the servers, not by what it said. */
const passingCodes = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout
  79, // UnknownReplWriteConcern
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10058, // LegacyNotPrimary
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
]);

/** Those of them that a server answers before it has looked at the write. */
const turnedAwayCodes = new Set([10058, 10107, 13435, 13436]);

/** Of a socket's own errors: the driver passes on what writing to a connection says that the other side has just ended. */
const socketCodes: ReadonlySet<unknown> = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTCONN',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);

/** Of errors whose class the driver does not export; the first two are mongoose's own while there is no connection. */
const notSentNames = new Set([
  'MongooseError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
]);

const passingClasses = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoOperationTimeoutError,
  mongo.MongoWriteConcernError,
  mongo.MongoNotConnectedError,
  mongo.MongoServerClosedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
];

/** Thrown before a connection was taken. `MongoClientClosedError` is not one: it also ends what is under way. */
const notSentClasses = [
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoServerClosedError,
  mongo.MongoTopologyClosedError,
];

/**
 * With `retriesWrites` the driver may send a write a second time (replica sets and sharded clusters), and what it
 * throws is how the second try ended: "no server found" no longer says that the first was not written. So there a
 * write's fate is unknown whatever the error; on a standalone server the error tells.
 */
export function makeGuards({ retriesWrites }: { retriesWrites: boolean }): Guards {
  return {
    reading: (command) => guard(command, () => true),
    writing: (command) => guard(command, (error) => !retriesWrites && wasNotSent(error)),
  };
}

async function guard<T>(
  command: () => Promise<T>,
  isWithoutEffect: (error: Error) => boolean,
): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error) || !isPassing(error)) throw error;
    throw isWithoutEffect(error)
      ? new StoreUnavailableError('the database cannot be reached', { cause: error })
      : new OutcomeUnknownError('the fate of a write is not known', { cause: error });
  }
}

/** The database is away or not answering in time: nothing is wrong with what was asked. */
function isPassing(error: Error): boolean {
  if (passingClasses.some((it) => error instanceof it) || notSentNames.has(error.name)) return true;
  if (error instanceof mongo.MongoBulkWriteError && hasPassingCause(error)) return true;
  if ('code' in error && socketCodes.has(error.code)) return true;
  return error instanceof mongo.MongoServerError && passingCodes.has(Number(error.code));
}

/** A bulk wraps what ended it; a majority that did not confirm stands in its result. */
function hasPassingCause(error: mongo.MongoBulkWriteError): boolean {
  const cause: unknown = error.errorResponse;
  if (error.result.getWriteConcernError() !== undefined) return true;
  return cause instanceof Error && isPassing(cause);
}

/** Never so of a bulk: what ended it may have ended only the last of its commands. */
function wasNotSent(error: Error): boolean {
  if (notSentClasses.some((it) => error instanceof it) || notSentNames.has(error.name)) return true;
  if (error instanceof mongo.MongoBulkWriteError) return false;
  if (error instanceof mongo.MongoNetworkError) {
    return error.hasErrorLabel(mongo.MongoErrorLabel.HandshakeError);
  }
  return error instanceof mongo.MongoServerError && turnedAwayCodes.has(Number(error.code));
}
