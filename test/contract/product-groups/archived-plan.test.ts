import { describe, expect, test } from '@jest/globals';
import { startCheckout } from '../../support/checkout-world.js';
import { startApp } from '../payway/start-app.js';
import { ask, violationsOf } from './ask.js';

/** docs/spec/product-groups-api.md §4. */
describe('A cart whose plan was archived meanwhile', () => {
  test('is refused where that is said of an order, and stays open', async () => {
    const late = await startCheckout();
    const own = await startApp({ ...late.useCases });
    own.client.organisationId = late.organisationId;
    const { id } = await late.filled();
    await late.archive();
    const answer = await ask(own, 'completeCart', { id });
    expect([answer.status, violationsOf(answer)]).toEqual([422, ['items[0].pricePlan invalid']]);
    expect((await ask(own, 'readCart', { id })).json).toMatchObject({ status: 'open' });
    await own.close();
  });
});
