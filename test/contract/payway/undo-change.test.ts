import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { seedOrganisation } from '../../support/organisation.js';
import { startInMemory } from '../../support/in-memory-process.js';
import { call, endpointContract, type Subject } from './endpoint-contract.js';
import { described, fieldRows, hexIdRow } from './field-cases.js';
import { done, type RecordedApp, startRecordedApp, writtenId } from './recorded-app.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';
import { send } from './send.js';

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
});
afterAll(() => app.close());

const path = '/external/api/v1/subscription_system/undo_change';
const scope = '/external/subscription_system/w';
const changeId = '56e1741a6fc9365306000007';
const undo: Subject = {
  name: 'undoChange',
  example: { change_id: changeId },
  ...{ allow: 'POST', result: { ...done, was: 'pending' } },
};

test('The address, scope and field of docs/spec/payway-api.md §6', () => {
  const description = described('undoChange');
  expect(description).toMatchObject({ method: 'post', path, scope });
  expect(fieldRows(description.body ?? [])).toEqual([hexIdRow('change_id')]);
});

endpointContract(() => app, undo);

describe('Undoing a change', () => {
  test.each(['pending', 'applied'] as const)(
    'that was %s tells so, with what goes on',
    async (was) => {
      app.answerWith({ ...done, was });
      const { status, json } = await call(app, undo);
      expect([status, json]).toEqual([200, { item: { id: writtenId, was } }]);
      const args = [{ organisationId, changeId, requestedBy: 'demo' }];
      expect(app.asked).toEqual([{ useCase: 'undoChange', args }]);
    },
  );

  test('compares its id in lower case', async () => {
    app.answerWith({ ...done, was: 'pending' });
    await call(app, undo, { body: JSON.stringify({ change_id: 'C'.repeat(24) }) });
    expect(app.asked[0]?.args[0]).toMatchObject({ changeId: 'c'.repeat(24) });
  });

  test.each(described('undoChange').refusals)('is refused by %s with 409', async (failure) => {
    app.answerWith({ ok: false, failure });
    const { status, json } = await call(app, undo);
    const message = expect.stringMatching(/^[A-Z].{10,}$/);
    expect([status, json]).toEqual([409, { code: failure, message }]);
  });

  test('that is unknown is 404', async () => {
    app.answerWith({ ok: false, failure: 'unknown' });
    const { status, json } = await call(app, undo);
    const message = 'The change could not be found';
    expect([status, json]).toEqual([404, { code: 'not_found', message }]);
  });
});

describe('A change of another organisation', () => {
  const opened: StartedApp[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));

  test('is a plain 404, and waits on', async () => {
    const world = await startInMemory();
    const product = await world.subscribe({ code: 'digital' });
    await world.useCases.requestChange(world.seeded.request(product, 'basic'));
    const waiting = (await world.stored(product)).product.pendingChange?.changeId;
    expect(waiting).toBeDefined();
    const other = await seedOrganisation(world.stores);
    // Each at an edge of its own: who a client is, is remembered for a while.
    const ask = async (asking: typeof world.organisationId) => {
      const real = await startApp({ ...world.useCases });
      opened.push(real);
      real.client.organisationId = asking;
      return send(real.port, {
        ...{ method: 'POST', path, body: JSON.stringify({ change_id: waiting }) },
        headers: { authorization: `Bearer ${real.token()}`, 'content-type': 'application/json' },
      });
    };
    expect((await ask(other.organisation.id)).status).toBe(404);
    expect((await world.stored(product)).product.pendingChange?.changeId).toBe(waiting);
    expect((await ask(world.organisationId)).json).toEqual({
      item: { id: product.id, was: 'pending' },
    });
  });
});
