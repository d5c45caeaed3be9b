import { describe, expect, test } from '@jest/globals';
import mongoose, { mongo } from 'mongoose';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../src/application/ports/failures.js';
import { makeGuards } from '../../../src/storage/store-errors.js';

const standalone = makeGuards({ retriesWrites: false });
const replicaSet = makeGuards({ retriesWrites: true });

const serverError = (code: number) => new mongo.MongoServerError({ message: 'refused', code });
const labelled = (code: number, ...labels: string[]) => {
  const error = serverError(code);
  for (const label of labels) error.addErrorLabel(label);
  return error;
};
const named = (name: string) =>
  Object.defineProperty(new mongo.MongoError(name), 'name', { value: name });
/** As the driver has it: a pool that is cleared under its users is a network error with a name of its own. */
const takenAway = Object.defineProperty(new mongo.MongoNetworkError('interrupted'), 'name', {
  value: 'PoolClearedOnNetworkError',
});
const network = new mongo.MongoNetworkError('connection 1 to 127.0.0.1:1 closed');
const handshake = new mongo.MongoNetworkError('closed');
handshake.addErrorLabel(mongo.MongoErrorLabel.HandshakeError);
const concern = new mongo.MongoWriteConcernError({
  ok: 1,
  writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' },
});

/** What node says, and the driver passes on, of a connection that the other side has just ended. */
const ended = Object.assign(new Error('This socket has been ended by the other party'), {
  code: 'EPIPE',
});

const sent: [string, Error][] = [
  ['a connection that was ended as it was written to', ended],
  ['a connection that broke', network],
  ['a reply that did not come in time', new mongo.MongoNetworkTimeoutError('timed out')],
  ['a connection that was taken away under way', takenAway],
  ['an operation that ran out of time', new mongo.MongoOperationTimeoutError('timed out')],
  ['a client that was closed under way', new mongo.MongoClientClosedError()],
  ['a majority that did not confirm', concern],
  ['a server that shuts down', serverError(11_600)],
  ['a primary that stepped down under way', serverError(11_602)],
  ['a command that ran out of time', serverError(50)],
  ...[24, 43, 112, 175, 202, 365, 371, 407, 11_601, 13_388, 999_999].map(
    (code): [string, Error] => [
      `a code that says nothing of what was sent: ${String(code)}`,
      serverError(code),
    ],
  ),
  ['an answer that makes no sense', new mongo.MongoUnexpectedServerResponseError('no response')],
  ['a trouble that passes, as the server labels it', labelled(2, 'RetryableWriteError')],
  ['a commit of unknown result', labelled(2, 'UnknownTransactionCommitResult')],
  ['an overloaded server', labelled(2, 'SystemOverloadedError')],
];

const notSent: [string, Error][] = [
  ['no server', new mongo.MongoServerSelectionError('none', {} as never)],
  ['a pool that was cleared', named('MongoPoolClearedError')],
  ['a pool that is closed', named('MongoPoolClosedError')],
  ['a pool that is exhausted', named('MongoWaitQueueTimeoutError')],
  ['a handshake that broke', handshake],
  ['a client that is not connected', new mongo.MongoNotConnectedError('not connected')],
  ['a connection that mongoose has closed', new mongoose.Error('Connection was force closed')],
  ['a server that is not the primary', serverError(10_107)],
  ['a disk that is full', serverError(14_031)],
];

const nothingWritten: [string, Error][] = [
  ['a transient trouble', labelled(112, 'RetryableWriteError', 'NoWritesPerformed')],
  ['a server that takes nothing on', labelled(462, 'SystemOverloadedError', 'NoWritesPerformed')],
];

const asThrown: [string, Error][] = [
  ['a duplicate key', serverError(11_000)],
  ['a bad command', serverError(2)],
  ['a missing right', serverError(13)],
  ['a way to call the driver that it does not know', new mongo.MongoInvalidArgumentError('no')],
  ['a mistake of ours', new TypeError('undefined is not a function')],
];

const failing = (error: Error) => () => Promise.reject(error);

describe('A write', () => {
  test.each(sent)('whose command may have arrived is of unknown outcome: %s', async (_, error) => {
    await expect(standalone.writing(failing(error))).rejects.toThrow(OutcomeUnknownError);
  });

  test.each(notSent)('that was certainly not sent finds no store: %s', async (_, error) => {
    await expect(standalone.writing(failing(error))).rejects.toThrow(StoreUnavailableError);
  });

  test.each([...sent, ...notSent])(
    'that the driver may have sent twice is of unknown outcome whatever ended the second try: %s',
    async (_, error) => {
      await expect(replicaSet.writing(failing(error))).rejects.toThrow(OutcomeUnknownError);
    },
  );

  test.each(nothingWritten)(
    'that the server says it has not begun finds no store, however often it was sent: %s',
    async (_, error) => {
      await expect(replicaSet.writing(failing(error))).rejects.toThrow(StoreUnavailableError);
      await expect(standalone.writing(failing(error))).rejects.toThrow(StoreUnavailableError);
    },
  );

  test.each(asThrown)('that fails by itself fails as it is: %s', async (_, error) => {
    await expect(standalone.writing(failing(error))).rejects.toBe(error);
    await expect(replicaSet.writing(failing(error))).rejects.toBe(error);
  });
});

describe('A read', () => {
  test.each([...sent, ...notSent, ...nothingWritten])(
    'without an answer finds no store: %s',
    async (_, error) => {
      await expect(replicaSet.reading(failing(error))).rejects.toThrow(StoreUnavailableError);
      await expect(standalone.reading(failing(error))).rejects.toMatchObject({ cause: error });
    },
  );

  test.each(asThrown)('that fails by itself fails as it is: %s', async (_, error) => {
    await expect(standalone.reading(failing(error))).rejects.toBe(error);
  });
});
