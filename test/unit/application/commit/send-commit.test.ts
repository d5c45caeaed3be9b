import { describe, expect, test } from '@jest/globals';
import {
  makeSendCommit,
  makeSendKept,
  type SendCommitDeps,
} from '../../../../src/application/commit/send-commit.js';
import {
  OutcomeUnknownError,
  StoreUnavailableError,
} from '../../../../src/application/ports/failures.js';
import type {
  CommitWrite,
  StoredUserProduct,
} from '../../../../src/application/ports/user-product-store.js';
import { buildCommit, buildEndingCommit } from '../../../support/stored/build-commit.js';
import { buildChange, buildEntry, closeOf } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const product = buildRow();
const row: StoredUserProduct = {
  product,
  outbox: [],
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers: [],
};
const record = { keyHash: 'k', commandHash: 'c', status: 200, body: '{}', keptAt: 0 };
const kept = { before: [], fresh: [], record };

/** What is sent, and what happens behind it. */
function sending(userProducts: Partial<SendCommitDeps['userProducts']> = {}) {
  const behind: string[] = [];
  const send = makeSendCommit({
    userProducts: {
      commit: () => Promise.resolve('done'),
      ...userProducts,
    },
    insertBehind: ({ product }) => behind.push(`insert ${product.id}`),
    metrics: {
      decided: (kind) => behind.push(`decided ${kind}`),
      commitLost: () => behind.push('lost'),
    },
    onCommitted: (rows) => behind.push(`committed ${String(rows.length)}`),
    log: { warn: (message) => behind.push(message) },
  });
  const sendNew = (write: CommitWrite) => send({ row, write, isTriedBefore: false });
  return { send, sendNew, behind };
}

describe('A commit that is sent', () => {
  test('is done, and counted by the changes that it opens', async () => {
    const { sendNew, behind } = sending();
    const [opened, closed] = [buildChange(product, { kind: 'upgrade' }), buildChange(product)];
    const changeRows = [closeOf(closed), { write: 'open', change: opened } as const];
    const write = buildCommit(product, { entry: buildEntry(product, { changeRows }) });
    expect(await sendNew(write)).toBe('done');
    expect(behind).toEqual(['decided upgrade', 'committed 1']);
  });

  test('has its successor inserted behind it', async () => {
    const { sendNew, behind } = sending();
    const write = buildEndingCommit(product);
    expect(await sendNew(write)).toBe('done');
    expect(behind).toEqual([`insert ${write.successor.product.id}`, 'committed 2']);
  });

  test('leaves what is written to its readers where an earlier try may be what is written', async () => {
    const { send, behind } = sending();
    const write = buildEndingCommit(product);
    expect(await send({ row, write, isTriedBefore: true })).toBe('done');
    expect(behind).toEqual(['committed 0']);
  });

  test('is lost where the row has moved: nothing happens behind it', async () => {
    const { sendNew, behind } = sending({ commit: () => Promise.resolve('lost') });
    expect(await sendNew(buildEndingCommit(product))).toBe('lost');
    expect(behind).toEqual(['lost']);
  });

  test('is unknown where its reply was lost: nothing is inserted that may not be written', async () => {
    const { sendNew, behind } = sending({
      commit: () => Promise.reject(new OutcomeUnknownError()),
    });
    expect(await sendNew(buildEndingCommit(product))).toBe('unknown');
    expect(behind).toEqual(['the fate of a commit is not known: it is read again']);
  });

  test('fails where the database is away', async () => {
    const { sendNew } = sending({ commit: () => Promise.reject(new StoreUnavailableError()) });
    await expect(sendNew(buildCommit(product))).rejects.toThrow(StoreUnavailableError);
  });
});

describe('An answer that is kept alone', () => {
  test.each(['done', 'lost'] as const)('is %s as the store says', async (result) => {
    const keep = makeSendKept({ userProducts: { keepAnswer: () => Promise.resolve(result) } });
    expect(await keep(product, kept)).toBe(result);
  });

  test('counts as lost where the reply was: the next read tells', async () => {
    const keepAnswer = () => Promise.reject(new OutcomeUnknownError());
    const keep = makeSendKept({ userProducts: { keepAnswer } });
    expect(await keep(product, kept)).toBe('lost');
  });

  test('fails where the database is away', async () => {
    const keepAnswer = () => Promise.reject(new StoreUnavailableError());
    const keep = makeSendKept({ userProducts: { keepAnswer } });
    await expect(keep(product, kept)).rejects.toThrow(StoreUnavailableError);
  });
});
