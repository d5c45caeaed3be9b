import { describe, expect, test } from '@jest/globals';
import type { WebhookEndpointImport } from '../../../../src/application/import/organisation-import.js';
import { hasNewSecret, planEndpoints } from '../../../../src/application/import/plan-endpoints.js';
import type { WebhookEndpoint } from '../../../../src/application/ports/webhook-endpoint-store.js';
import type { WebhookEndpointId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { importedAt, importFile, importState, inWords, organisation } from './import-rows.js';

const url = 'https://receiver.test/hook';
const given: WebhookEndpointImport = {
  ...{ id: idOf<WebhookEndpointId>(900), url, types: null, enabled: null, secret: null },
};
const standing: WebhookEndpoint = {
  ...{ id: given.id, organisationId: organisation.id, url, types: null, enabled: true },
  ...{ position: 0, createdAt: importedAt, pausedUntil: null, lease: null },
  secrets: [{ secret: 'whsec_old', expiresAt: null, chosenId: null }],
};
const asked: string[] = [];
const urlGuard = {
  check: (raw: string) => {
    asked.push(raw);
    return Promise.resolve(
      raw.startsWith('https:')
        ? ({ ok: true, url: raw.toLowerCase() } as const)
        : ({ ok: false, failure: 'url_not_https' } as const),
    );
  },
};

async function plan(
  endpoints: readonly WebhookEndpointImport[],
  there: readonly WebhookEndpoint[] = [],
  elsewhere: readonly string[] = [],
) {
  asked.length = 0;
  const file = importFile({ webhookEndpoints: endpoints });
  const state = importState({ webhookEndpoints: there, elsewhere: new Set(elsewhere) });
  const { planned, faults } = await planEndpoints(urlGuard, file, state);
  return { effects: planned.map((it) => it.effect), planned, faults: inWords(faults) };
}

describe('A webhook endpoint of a file', () => {
  test('is made where there is none, at the normal form of its URL', async () => {
    const { effects, planned } = await plan([{ ...given, url: 'https://Receiver.test/hook' }]);
    expect(effects).toEqual(['created']);
    expect(planned[0]).toMatchObject({ organisationId: organisation.id, endpoint: { url } });
  });

  test('that stands so already is not changed, and its URL not asked for', async () => {
    expect((await plan([given], [standing])).effects).toEqual(['unchanged']);
    expect(asked).toEqual([]);
  });

  test.each([
    [{ url: 'https://receiver.test/other' }],
    [{ types: ['package_upgrade' as const] }],
    [{ enabled: false }],
    [{ secret: 'whsec_new' }],
  ])('becomes what the file says: %j', async (edits) => {
    expect((await plan([{ ...given, ...edits }], [standing])).effects).toEqual(['changed']);
  });

  test('is a fault where nothing may be sent to it, or its id is another organisation’s', async () => {
    const { faults } = await plan([{ ...given, url: 'http://receiver.test' }], [], [given.id]);
    expect(faults).toEqual([
      'webhook_endpoints[0].id: belongs to another organisation',
      'webhook_endpoints[0].url: must begin with https',
    ]);
  });

  test('is one of fifty at most, those that stand counted', async () => {
    const there = Array.from({ length: 50 }, (_, n) => ({
      ...standing,
      id: idOf<WebhookEndpointId>(1_000 + n),
    }));
    expect((await plan([given], there)).faults).toEqual([
      'webhook_endpoints: would be more than the 50 that an organisation may have',
    ]);
    expect((await plan([{ ...given, id: idOf(1_000) }], there)).faults).toEqual([]);
  });
});

test('A secret is new where it is not the newest one', () => {
  expect(hasNewSecret({ secret: 'whsec_new' }, standing)).toBe(true);
  expect(hasNewSecret({ secret: 'whsec_old' }, standing)).toBe(false);
  expect(hasNewSecret({ secret: null }, standing)).toBe(false);
});
