import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PlannedEndpoint } from '../../../../src/application/import/plan-endpoints.js';
import { writeEndpoint } from '../../../../src/application/import/write-endpoint.js';
import type { WebhookEndpointId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/organisation.js';
import { makeWebhookWorld, type WebhookWorld } from '../webhooks/webhook-world.js';

const url = 'https://receiver.test/hook';
const stores = openMemoryStores();
let world: WebhookWorld;
beforeEach(async () => {
  world = await makeWebhookWorld(stores);
});

async function write(
  edits: Partial<PlannedEndpoint['endpoint']>,
  effect: PlannedEndpoint['effect'],
) {
  const { organisationId, registerEndpoint, updateEndpoint } = world;
  const id = edits.id ?? newId<WebhookEndpointId>();
  const endpoint = { url, types: null, enabled: null, secret: null, ...edits, id };
  const { webhookEndpoints } = stores;
  const deps = { registerEndpoint, updateEndpoint, webhookEndpoints };
  await writeEndpoint(deps, { organisationId, endpoint, effect });
  return webhookEndpoints.find(organisationId, id);
}

describe('A planned webhook endpoint', () => {
  test('is made under its id with the secret of the file, at the end of the log', async () => {
    await world.happen(2);
    const made = await write({ secret: 'whsec_given', types: ['package_upgrade'] }, 'created');
    expect(made).toMatchObject({
      ...{ url, types: ['package_upgrade'], enabled: true, position: 2 },
      secrets: [{ secret: 'whsec_given' }],
    });
  });

  test('is made without one with a secret of its own, and may be made disabled', async () => {
    const made = await write({ enabled: false }, 'created');
    expect(made).toMatchObject({ enabled: false, secrets: [{}] });
    expect(made?.secrets[0]?.secret).toMatch(/^whsec_/);
  });

  test('becomes what the file says, and keeps its secret unless it says another', async () => {
    const { key, secret } = await world.add(url);
    const changed = { id: key.id, url: `${url}/new`, enabled: false };
    expect(await write(changed, 'changed')).toMatchObject({ ...changed, secrets: [{ secret }] });
    expect(await write({ id: key.id, secret: 'whsec_new' }, 'changed')).toMatchObject({
      ...{ url, enabled: false },
      secrets: [{ secret: 'whsec_new' }],
    });
  });

  test('is left alone where nothing changes', async () => {
    expect(await write({}, 'unchanged')).toBeNull();
  });

  test('is given up where it is refused by now', async () => {
    await expect(write({}, 'changed')).rejects.toThrow('unknown_endpoint');
  });
});
