import { describe, expect, test } from '@jest/globals';
import { makeRehearsal } from '../../../../src/application/import/rehearsal.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { idOf } from '../../../support/domain/id-of.js';
import { groupImport, tierImport } from './group-rows.js';
import { basic, importedRow, importFile, importState } from './import-rows.js';

const nothing = importState({});
const accountsOnly = importFile({ packages: [], userProducts: [] });
const rowsOnly = importFile({ packages: [], accounts: [], userProducts: [importedRow()] });

describe('A rehearsal of pages', () => {
  test('knows nothing before the first', () => {
    expect(makeRehearsal().withEarlierPages(nothing, rowsOnly)).toBe(nothing);
  });

  test('lets a later page refer to what earlier ones would have written', () => {
    const rehearsal = makeRehearsal();
    const productGroups = [groupImport({ tiers: [tierImport()] })];
    rehearsal.add(importFile({ productGroups, userProducts: [] }), nothing);
    const state = rehearsal.withEarlierPages(nothing, rowsOnly);
    expect(state.organisation?.id).toBe(rowsOnly.organisation.id);
    expect(state.packages.map((it) => it.code)).toEqual([basic.code]);
    expect(state.groups).toMatchObject([{ id: idOf(800), tiers: [{ packageId: basic.id }] }]);
    expect([...state.accountIds]).toEqual([importedRow().accountId]);
  });

  test('adds up the accounts of one organisation', () => {
    const rehearsal = makeRehearsal();
    rehearsal.add(importFile({ userProducts: [] }), nothing);
    rehearsal.add(importFile({ accounts: [], userProducts: [] }), nothing);
    const { accountIds } = rehearsal.withEarlierPages(nothing, rowsOnly);
    expect([...accountIds]).toEqual([importedRow().accountId]);
  });

  test('adds up the new user products of an account, to those that stand', () => {
    const rehearsal = makeRehearsal();
    const row = importedRow();
    const standing = importState({ userProductIds: new Set([row.id]) });
    rehearsal.add(importFile(), nothing);
    rehearsal.add(importFile(), nothing);
    rehearsal.add(importFile(), standing);
    const counted = importState({ userProductCounts: new Map([[row.accountId, 5]]) });
    const { userProductCounts } = rehearsal.withEarlierPages(counted, rowsOnly);
    expect([...userProductCounts]).toEqual([[row.accountId, 7]]);
  });

  test('remembers the subscriptions of new user products, beside those that stand', () => {
    const rehearsal = makeRehearsal();
    const [row, kept] = [importedRow({ subscriptionId: idOf(7) }), importedRow({ id: idOf(8) })];
    const standing = importState({ userProductIds: new Set([kept.id]) });
    rehearsal.add(importFile({ userProducts: [row, kept] }), standing);
    const subscriptions = new Map([[idOf<never>(9), idOf<never>(10)]]);
    const after = rehearsal.withEarlierPages(importState({ subscriptions }), rowsOnly);
    expect([...after.subscriptions]).toEqual([...subscriptions, [idOf(7), row.id]]);
  });

  test('lets the series of documents go on where earlier pages would have left them', () => {
    const rehearsal = makeRehearsal();
    const invoices = [1, 2].map((sequence) => ({ ...buildDocument(buildRow()), sequence }));
    rehearsal.add(importFile({ documents: invoices, userProducts: [] }), nothing);
    const { documents } = rehearsal.withEarlierPages(nothing, rowsOnly);
    expect(documents).toEqual({
      known: new Map(invoices.map((it) => [it.id, it])),
      last: { invoice: 2, credit_note: 0 },
    });
    const further = importState({
      documents: { known: new Map(), last: { invoice: 5, credit_note: 3 } },
    });
    expect(rehearsal.withEarlierPages(further, rowsOnly).documents.last).toEqual({
      ...{ invoice: 5, credit_note: 3 },
    });
  });

  test('forgets an organisation when another begins', () => {
    const rehearsal = makeRehearsal();
    const other = {
      ...accountsOnly.organisation,
      id: idOf<typeof accountsOnly.organisation.id>(9_999),
    };
    rehearsal.add(accountsOnly, nothing);
    rehearsal.add({ ...accountsOnly, accounts: [], organisation: other }, nothing);
    expect(rehearsal.withEarlierPages(nothing, rowsOnly)).toBe(nothing);
  });
});
