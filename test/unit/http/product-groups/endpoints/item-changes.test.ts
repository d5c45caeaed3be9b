import { describe, expect, test } from '@jest/globals';
import { makeItemChangeEndpoints } from '../../../../../src/http/product-groups/endpoints/item-changes.js';
import { appliedShape } from '../../../../../src/http/product-groups/shapes/applied-shape.js';
import { changeOptionsShape } from '../../../../../src/http/product-groups/shapes/change-options-shape.js';
import { itemShape } from '../../../../../src/http/product-groups/shapes/item-shape.js';
import { makeReadOrganisationContext } from '../../../../../src/application/catalogue/read-organisation-context.js';
import type { Endpoint } from '../../../../../src/http/core/endpoint.js';
import { toClientId } from '../../../../../src/domain/ids.js';
import { unguarded } from '../../../../../src/application/commit/guards.js';
import { beginGroupLife } from '../../../../support/group-life.js';
import { openMemoryStores } from '../../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../../support/stored/ids.js';

type Asked = { readonly id: string; readonly body?: object; readonly query?: object };

async function begin() {
  const stores = openMemoryStores();
  const life = await beginGroupLife(stores, {
    ...{ validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' },
    on: 'basic',
    tiers: [
      { code: 'basic', price: 1_000 },
      { code: 'pro', price: 3_000 },
      { code: 'max', price: 9_000, changeTiming: 'end_of_period' },
    ],
  });
  const { organisation } = life.seeded;
  const readContext = makeReadOrganisationContext({
    ...stores,
    clock: { now: () => organisation.id as never },
  });
  const endpoints = makeItemChangeEndpoints({ ...life.useCases, readContext });
  const ask = async (name: string, { id, body = {}, query = {} }: Asked) => {
    const endpoint: Endpoint | undefined = endpoints.find((it) => it.name === name);
    if (endpoint === undefined) throw new Error(`no ${name}`);
    const caller = {
      organisationId: organisation.id,
      clientId: toClientId('test'),
      accountId: null,
    };
    const answer = await endpoint.handle({
      ...{ params: { id }, query: query as never, body: body as never, sentBody: {} },
      caller: caller as never,
      ...{ guards: unguarded, chosenId: null },
    });
    if ('text' in answer) {
      return { status: answer.status, body: answer.text && (JSON.parse(answer.text) as object) };
    }
    return answer as { readonly status: number; readonly body: unknown };
  };
  return { life, ask, item: await life.current(), tier: (code: string) => life.tierOf(code).id };
}

describe('An item', () => {
  test('is switched at once: the answer is the new one, with a credit note, an invoice and what it came to', async () => {
    const { life, ask, item, tier } = await begin();
    await life.moveTo('2027-04-16T00:00:00+02:00');
    const body = { subscriptionItem: item.id, sendInvoiceEmail: true };
    const { status, body: answer } = await ask('applyMembership', { id: tier('pro'), body });
    expect(appliedShape.safeParse(answer).error).toBeUndefined();
    expect([status, answer]).toMatchObject([
      200,
      {
        subscriptionItem: { name: 'pro', status: 'active', version: 1 },
        creditNote: { netAmount: { amount: 500 }, number: null, status: 'STATUS_FINALIZING' },
        invoice: { netAmount: { amount: 3_000 } },
        ...{ kind: 'upgrade', rule: 'position_higher', effectiveAt: '2027-04-15T22:00:00+00:00' },
        settlement: {
          credit: { amount: 500 },
          charge: { amount: 3_000 },
          dueNow: { amount: 2_500 },
        },
        warnings: [],
      },
    ]);
    expect(await life.news()).toEqual([
      'user_product_created',
      'invoice.created',
      'package_upgrade',
      'credit_note.created',
      'invoice.created',
      'credit_note.send_requested',
    ]);
  });

  test('is switched at the end of its period, taken back, and asked for nothing that waits', async () => {
    const { ask, item, tier } = await begin();
    const body = { subscriptionItem: item.id, quantity: 7, sendInvoiceEmail: true };
    const { body: answer } = await ask('applyMembership', { id: tier('max'), body });
    expect(answer).toMatchObject({
      subscriptionItem: { id: item.id, pendingChange: { kind: 'upgrade' } },
      ...{ creditNote: null, invoice: null },
      warnings: [{ code: 'quantity_not_applied' }],
    });
    expect(await ask('takeBackPendingChange', { id: item.id })).toMatchObject({ status: 204 });
    const again = await ask('takeBackPendingChange', { id: item.id });
    expect(again).toMatchObject({ status: 409, code: 'no_pending_change' });
  });

  test('says what it may be switched to', async () => {
    const { ask, item, tier } = await begin();
    const { status, body } = await ask('listChangeOptions', { id: item.id });
    expect(changeOptionsShape.safeParse(body).error).toBeUndefined();
    expect([status, body]).toMatchObject([
      200,
      {
        current: { id: tier('basic'), position: 1, quantity: 1 },
        hasPendingChange: false,
        options: [{ id: tier('pro'), isUpgrade: true }, { id: tier('max') }],
        refused: [{ id: tier('basic'), refusals: [{ code: 'nothing_to_change' }] }],
      },
    ]);
  });

  test('is taken off its membership, and then in no product group', async () => {
    const { ask, item } = await begin();
    const body = { productGroupMembership: null };
    const { body: shown } = await ask('assignProductGroup', { id: item.id, body });
    expect(itemShape.safeParse(shown).error).toBeUndefined();
    expect(shown).toMatchObject({ productGroupMembership: null, version: 2 });
    expect(await ask('listChangeOptions', { id: item.id })).toMatchObject({
      ...{ status: 409, code: 'no_product_group' },
    });
  });

  test('that is not there is a violation where a body names it, and nothing at all in a path', async () => {
    const { ask, item, tier } = await begin();
    const body = { subscriptionItem: newId(), sendInvoiceEmail: true };
    expect(await ask('applyMembership', { id: tier('pro'), body })).toMatchObject({
      status: 422,
      body: { violations: [{ propertyPath: 'subscriptionItem', code: 'not_found' }] },
    });
    const own = { subscriptionItem: item.id, sendInvoiceEmail: true };
    expect(await ask('applyMembership', { id: newId(), body: own })).toMatchObject({ status: 404 });
    expect(await ask('listChangeOptions', { id: newId() })).toMatchObject({ status: 404 });
  });
});
