import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  apiDocument,
  describedEndpoints,
  describedPortalSessions,
  describedProductGroups,
} from '../../support/api-document.js';
import { send } from '../payway/send.js';
import { startApp, type StartedApp } from '../payway/start-app.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

type Part = Readonly<Record<string, unknown>>;

/** Objects with fields that are described where they stand, not by a name. */
function unnamedIn(part: unknown): readonly Part[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, properties } = part as Part;
  const own = type === 'object' && typeof properties === 'object' ? [part as Part] : [];
  return [...own, ...Object.values(part).flatMap(unnamedIn)];
}

const get = (path: string) => send(app.port, { method: 'GET', path });
const addressesIn = (html: string) =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));

describe('GET /openapi.json', () => {
  test('is the document, without a token', async () => {
    const { status, headers, json } = await get('/openapi.json');
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(json).toEqual(apiDocument);
  });

  test('names the address that a request reached, where no other is set', async () => {
    const unnamed = await startApp({ publicBaseUrl: null });
    const { json } = await send(unnamed.port, { method: 'GET', path: '/openapi.json' });
    await unnamed.close();
    const address = `http://127.0.0.1:${String(unnamed.port)}`;
    const { servers, info, components } = json as typeof apiDocument;
    expect(servers).toEqual([{ url: address }]);
    expect(info).toHaveProperty('contact.url', `${address}/docs`);
    expect(components).toHaveProperty(
      'securitySchemes.clientCredentials.flows.clientCredentials.tokenUrl',
      `${address}/api/authorization/access_token`,
    );
  });

  test('has a name for every object that is sent or answered', () => {
    const { schemas, responses } = apiDocument.components as Record<string, Record<string, Part>>;
    const named = Object.values(schemas ?? {});
    const parts = named.flatMap((it) => Object.values(it));
    expect(unnamedIn([parts, responses, apiDocument.paths])).toEqual([]);
    expect(unnamedIn(named)).toHaveLength(
      named.filter(({ properties }) => properties !== undefined).length,
    );
  });

  test('has a name for every row and reference of a request', () => {
    const { schemas } = apiDocument.components as { schemas: Record<string, Part> };
    const asked = {
      CreateProductGroupRequest: ['NewMembership'],
      ReplaceProductGroupRequest: ['ReplacingMembership'],
      NewMembership: ['ProductReference', 'PricePlanReference', 'ChangeTiming', 'CreditType'],
      ReplacingMembership: ['MembershipReference', 'ProductReference', 'PricePlanReference'],
      CreatePricePlanRequest: ['NewPlanPrice', 'ProductReference', 'PricePlanType'],
      CreateCustomerSubscriptionRequest: ['CustomerReference', 'OrderedItem'],
      CreateCartRequest: ['CustomerReference', 'OrderedItem'],
      OrderedItem: ['ProductReference', 'PricePlanReference'],
      AssignProductGroupRequest: ['MembershipReference'],
      ApplyMembershipRequest: ['SubscriptionItemReference', 'PricePlanReference'],
      ProductReference: ['ProductWithId'],
    };
    for (const [name, parts] of Object.entries(asked)) {
      const refs = parts.map((it) => `"$ref":"#/components/schemas/${it}"`);
      const printed = JSON.stringify(schemas[name]);
      expect(refs.filter((it) => !printed.includes(it)).map((it) => [name, it])).toEqual([]);
    }
  });

  test('refers by name to no text that may be null: openapi-generator would forget the null', () => {
    const { schemas } = apiDocument.components as { schemas: Record<string, Part> };
    const texts = Object.keys(schemas).filter((name) => {
      const { type, enum: words } = schemas[name] ?? {};
      return type === 'string' && words === undefined;
    });
    expect(texts).toEqual(['Id', 'ResourceId']);
    const nullable = texts.map((it) => `[{"$ref":"#/components/schemas/${it}"},{"type":"null"}]`);
    expect(nullable.filter((it) => JSON.stringify(apiDocument).includes(it))).toEqual([]);
  });

  test('describes every endpoint that is mounted, once', () => {
    const operations = Object.values(apiDocument.paths).flatMap((it) => Object.values(it));
    const names = operations.map((it) => (it as { operationId: string }).operationId);
    const described = [
      ...describedEndpoints,
      ...describedPortalSessions,
      ...describedProductGroups,
    ];
    expect(names).toEqual(expect.arrayContaining(described.map((it) => it.name)));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(described.length + 3);
  });
});

describe('GET /docs', () => {
  test('is a page whose parts are all ours, and all there', async () => {
    const { status, headers, text } = await get('/docs');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const addresses = addressesIn(text);
    expect(addresses).toHaveLength(4);
    expect(addresses.filter((it) => !it.startsWith('/docs/'))).toEqual([]);
    const parts = await Promise.all(addresses.map(get));
    expect(parts.map((it) => [it.status, it.headers['content-type']])).toEqual([
      [200, 'image/png'],
      [200, 'text/css; charset=utf-8'],
      [200, 'text/javascript; charset=utf-8'],
      [200, 'text/javascript; charset=utf-8'],
    ]);
  });

  test('runs no script that stands in it, and nothing of another host', async () => {
    const { headers, text } = await get('/docs');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'self'");
    expect(policy.filter((it) => it.includes('http') || it.includes('upgrade'))).toEqual([]);
    expect(text).not.toMatch(/<script>|https?:/);
  });

  test('loosens the policy of no other address', async () => {
    const [page, live] = await Promise.all([get('/docs'), get('/health/live')]);
    const of = (it: typeof page) => it.headers['content-security-policy'];
    expect(of(live)).toContain('upgrade-insecure-requests');
    expect(of(live)).not.toBe(of(page));
  });

  test('starts with our document and asks no validator', async () => {
    const { text } = await get('/docs/start.js');
    expect(text).toContain('"url":"/openapi.json"');
    expect(text).toContain('"validatorUrl":null');
  });

  test('keeps its assets for a year, under an address that names their version', async () => {
    const addresses = addressesIn((await get('/docs')).text);
    const [asset = ''] = addresses.filter((it) => it.startsWith('/docs/assets/'));
    expect(asset).toMatch(/\?v=\d+\.\d+\.\d+$/);
    const { headers } = await get(asset);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/docs/assets/package.json', '/docs/assets/..%2fpackage.json', '/docs/assets'])(
    '%s is 404: nothing else of that package is served',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

test.each(['/openapi.json', '/docs', '/docs/start.js', '/docs/assets/swagger-ui.css'])(
  '%s answers GET and HEAD only',
  async (path) => {
    const head = await send(app.port, { method: 'HEAD', path });
    const post = await send(app.port, { method: 'POST', path });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100);
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  },
);
