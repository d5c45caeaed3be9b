import { describe, expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { buildSession, buildVisit } from '../../support/stored/build-page-access.js';
import { browserWith, ownerOf } from './portal-app.js';
import { openConsoleSuite } from './console-suite.js';

const { app, operator, shop } = openConsoleSuite();
const minute = 60_000;

/** A browser in which somebody is in who was seen last so long ago. */
const visitor = {
  portal: async (minutesAgo: number) => {
    const product = await shop().subscribes(true);
    const secret = randomPageSecrets.next();
    const tokenHash = randomPageSecrets.hashOf(secret);
    const seenAt = toInstant(Date.now() - minutesAgo * minute);
    const endsAt = toInstant(Date.now() + 300 * minute);
    const session = { owner: ownerOf(product), visit: buildVisit(), seenAt, endsAt };
    await app().stores.pageAccess.insertSession(buildSession({ tokenHash, ...session }));
    return { ...browserWith(app().port, `portal=${secret}`), tokenHash };
  },
  console: async (minutesAgo: number) => {
    const { secret } = await operator({ role: 'viewer' });
    const tokenHash = randomPageSecrets.hashOf(secret);
    const { pageAccess } = app().stores;
    const seenAt = toInstant(Date.now() - minutesAgo * minute);
    await pageAccess.updateSession(tokenHash, { seenAt });
    return { ...browserWith(app().port, `console=${secret}`), tokenHash };
  },
};

// docs/spec/pages.md §4, §15
describe.each([
  ['portal', 30],
  ['console', 60],
] as const)('A visit to the %s', (surface, minutes) => {
  test('is prolonged by asking whether it lasts, which uses nothing up and is never kept', async () => {
    const { see, tokenHash } = await visitor[surface](minutes - 1);
    const { status, html, headers } = await see(`/${surface}/alive`);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(Number(html)).toBeGreaterThan((minutes - 1) * 60);
    expect(Number(html)).toBeLessThanOrEqual(minutes * 60);
    const kept = await app().stores.pageAccess.findSession(tokenHash);
    expect(Date.now() - (kept?.seenAt ?? 0)).toBeLessThan(minute);
  });

  test('that is over is not', async () => {
    const { see } = await visitor[surface](minutes + 1);
    expect((await see(`/${surface}/alive`)).status).toBe(401);
  });

  test('knows on each page how long it lasts, and what to ask', async () => {
    const { see } = await visitor[surface](0);
    const path = surface === 'portal' ? '/portal' : `/console/${shop().organisationId}/today`;
    const { html } = await see(path);
    expect(Number(/data-seconds-left="(\d+)"/.exec(html)?.[1])).toBeGreaterThan((minutes - 1) * 60);
    expect(html).toContain(`data-alive="/${surface}/alive"`);
  });
});

test('Whoever is not in has no time that could end', async () => {
  const { html } = await browserWith(app().port, '').see('/portal/accessibility');
  expect(html).not.toContain('data-seconds-left');
});
