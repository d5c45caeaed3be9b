import { mongo } from 'mongoose';
import { OutcomeUnknownError, StoreUnavailableError } from '../application/ports/failures.js';
import type { LimitWrites } from './limit-writes.js';

/** Runs one command; what the driver throws becomes what the ports promise. */
export type Guards = {
  /** Throws `StoreUnavailableError` where there was no answer. */
  readonly reading: <T>(command: () => Promise<T>) => Promise<T>;
  /** Throws `StoreUnavailableError` where nothing was sent for sure, `OutcomeUnknownError` where it may be done. */
  readonly writing: <T>(command: () => Promise<T>) => Promise<T>;
};

/**
 * Codes by which a server says that what it was sent is at fault: sent again it would fail again, and nothing of it is
 * done. Whatever else a server says is of the state that it is in; servers have hundreds of such codes, and new ones in
 * each version.
 */
const ofWhatWasSent = new Set([
  2, // BadValue
  4, // NoSuchKey
  9, // FailedToParse
  13, // Unauthorized
  14, // TypeMismatch
  15, // Overflow
  16, // InvalidLength
  17, // ProtocolError
  20, // IllegalOperation
  22, // InvalidBSON
  26, // NamespaceNotFound
  27, // IndexNotFound
  28, // PathNotViable
  40, // ConflictingUpdateOperators
  48, // NamespaceExists
  52, // DollarPrefixedFieldName
  53, // InvalidIdField
  54, // NotSingleValueField
  56, // EmptyFieldName
  57, // DottedFieldName
  59, // CommandNotFound
  61, // ShardKeyNotFound
  66, // ImmutableField
  67, // CannotCreateIndex
  72, // InvalidOptions
  73, // InvalidNamespace
  85, // IndexOptionsConflict
  86, // IndexKeySpecsConflict
  115, // CommandNotSupported
  121, // DocumentValidationFailure
  197, // InvalidIndexSpecificationOption
  238, // NotImplemented
  352, // UnsupportedOpQueryCommand
  10334, // BSONObjectTooLarge
  11000, // DuplicateKey
  17280, // KeyTooLong
  17419, // the document would be too large after an update
  17420, // the document would be too large after an upsert
  40414, // a field is missing in the command
  40415, // a field of the command is unknown
]);

/** Those of the others that a server answers before it has written anything. */
const turnedAwayCodes = new Set([
  10058, // LegacyNotPrimary
  10107, // NotWritablePrimary
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  14031, // OutOfDiskSpace
]);

/** By these the server or the driver says that the trouble passes, whatever the code. */
const passingLabels = [
  mongo.MongoErrorLabel.RetryableWriteError,
  mongo.MongoErrorLabel.TransientTransactionError,
  mongo.MongoErrorLabel.UnknownTransactionCommitResult,
  mongo.MongoErrorLabel.HandshakeError,
  mongo.MongoErrorLabel.PoolRequestedRetry,
  mongo.MongoErrorLabel.NoWritesPerformed,
  'RetryableError',
  'SystemOverloadedError',
] as const;

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
 * write's fate is unknown whatever the error, unless it says itself that no try has written anything; on a standalone
 * server the error tells.
 */
export function makeGuards({
  retriesWrites,
  onAway = () => undefined,
  limitWrites = (write) => write(),
}: GuardOptions): Guards {
  const isUndone = (error: Error) => wroteNothing(error) || (!retriesWrites && wasNotSent(error));
  return {
    reading: (command) => guard(command, { onAway, isWithoutEffect: () => true }),
    writing: (command) => guard(() => limitWrites(command), { onAway, isWithoutEffect: isUndone }),
  };
}

type GuardOptions = {
  readonly retriesWrites: boolean;
  /** Told whenever the database was away or gave no answer. */
  readonly onAway?: () => void;
  readonly limitWrites?: LimitWrites;
};

type Reaction = {
  readonly onAway: () => void;
  readonly isWithoutEffect: (error: Error) => boolean;
};

async function guard<T>(
  command: () => Promise<T>,
  { onAway, isWithoutEffect }: Reaction,
): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error) || !isPassing(error)) throw error;
    onAway();
    throw isWithoutEffect(error)
      ? new StoreUnavailableError('the database cannot be reached', { cause: error })
      : new OutcomeUnknownError('the fate of a write is not known', { cause: error });
  }
}

/** The database is away, not answering in time, or in some state of its own: nothing is wrong with what was asked. */
function isPassing(error: Error): boolean {
  if (passingClasses.some((it) => error instanceof it) || notSentNames.has(error.name)) return true;
  if ('code' in error && socketCodes.has(error.code)) return true;
  if (!(error instanceof mongo.MongoError)) return false;
  if (passingLabels.some((label) => error.hasErrorLabel(label))) return true;
  if (error instanceof mongo.MongoBulkWriteError) return isBulkPassing(error);
  if (error instanceof mongo.MongoServerError) return isOfState(error.code);
  // Of the driver's own errors, how it was called is what was asked; an answer that cannot be read is not.
  return !(error instanceof mongo.MongoAPIError);
}

/**
 * A bulk wraps what ended it, takes over the code of a server's error, or has an error for each statement; a majority
 * that did not confirm stands in its result.
 */
function isBulkPassing(error: mongo.MongoBulkWriteError): boolean {
  const cause: unknown = error.errorResponse;
  if (error.result.getWriteConcernError() !== undefined) return true;
  if (cause instanceof Error) return isPassing(cause);
  const statements = [error.writeErrors].flat();
  return (statements.length === 0 ? [error] : statements).some(({ code }) => isOfState(code));
}

function isOfState(code: unknown): boolean {
  return !ofWhatWasSent.has(Number(code));
}

/** Says so of the whole write, all tries of it. Of a bulk it would only be true of the last of its commands. */
function wroteNothing(error: Error): boolean {
  if (!(error instanceof mongo.MongoError) || error instanceof mongo.MongoBulkWriteError)
    return false;
  return error.hasErrorLabel(mongo.MongoErrorLabel.NoWritesPerformed);
}

/** Never so of a bulk: what ended it may have ended only the last of its commands. */
function wasNotSent(error: Error): boolean {
  if (notSentClasses.some((it) => error instanceof it) || notSentNames.has(error.name)) return true;
  if (!(error instanceof mongo.MongoError) || error instanceof mongo.MongoBulkWriteError)
    return false;
  if (error.hasErrorLabel(mongo.MongoErrorLabel.HandshakeError)) return true;
  return error instanceof mongo.MongoServerError && turnedAwayCodes.has(Number(error.code));
}
