const CODE_NAMES: Readonly<Record<number, string>> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  18: 'AuthenticationFailed',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  334: 'MechanismUnavailable',
  352: 'UnsupportedOpQueryCommand',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
};

/** What stands beside a refusal in the reply, as `keyPattern`. */
type Facts = Readonly<Record<string, unknown>>;

/** A refusal as MongoDB words it: a code, its name, and the facts that go beside them in the reply. */
export class MongoError extends Error {
  readonly code: number;
  readonly facts: Facts;

  constructor(code: number, message: string, facts: Facts = {}) {
    super(message);
    this.name = 'MongoError';
    this.code = code;
    this.facts = facts;
  }

  /** MongoDB's name of the code; codes without a name are called Location and the number. */
  get codeName(): string {
    return CODE_NAMES[this.code] ?? `Location${String(this.code)}`;
  }
}

/** What MongoDB can do and this server cannot: said by name, never done differently. */
export function notImplemented(what: string): MongoError {
  return new MongoError(238, `${what} is not implemented by this server`);
}

/** A value or an operator that MongoDB refuses too. */
export function badValue(message: string): MongoError {
  return new MongoError(2, message);
}

/** A full disk or a full map: nothing of the command was kept, reads go on. */
export function outOfDiskSpace(): MongoError {
  return new MongoError(
    14031,
    'no space left for this write: the disk or the storage limit is full',
  );
}
