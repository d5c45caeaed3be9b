import { describe, expect, test } from '@jest/globals';
import type { Log } from '../../../src/application/ports/log.js';
import { openConsoleSuite } from './console-suite.js';
import { addsWebhook, type ConsoleBrowser, secretIn } from './webhook-form.js';

/** All that the log was told, of every level. */
const told: string[] = [];
const write: Log['info'] = (message, facts) => {
  told.push(JSON.stringify([message, facts]));
};
const log: Log = { debug: write, info: write, warn: write, error: write };

const settings = { WEBHOOK_ALLOW_LOOPBACK: 'on', LOG_LEVEL: 'debug' };
const { base, operator, shop } = openConsoleSuite(settings, log);

/** Sends the form of a page; answers the page that comes of it. */
const sends = async (by: ConsoleBrowser, path: string, more = {}) =>
  (await by.post(path, { ...(await by.formOf(path)), ...more })).html;
const linkIn = (html: string) => /\/enter\/([\w-]{43})/.exec(html)?.[1] ?? '';

const forms: readonly [string, (owner: ConsoleBrowser) => Promise<string>][] = [
  [
    'adds an endpoint',
    async (owner) =>
      secretIn((await addsWebhook(owner, base(), { url: 'http://127.0.0.1:9/' })).added.html),
  ],
  [
    'rotates the secret of an endpoint',
    async (owner) => {
      const { path } = await addsWebhook(owner, base(), { url: 'http://127.0.0.1:9/' });
      return secretIn(await sends(owner, `${path}/secret`));
    },
  ],
  [
    'adds a client',
    async (owner) => {
      const client = { clientId: 'told once', service: 'tulo', scopes: '/external/event/r' };
      return secretIn(await sends(owner, `${base()}/clients/new`, client));
    },
  ],
  [
    'rotates the secret of a client',
    async (owner) => {
      const client = { clientId: 'turned', service: 'tulo', scopes: '/external/event/r' };
      await sends(owner, `${base()}/clients/new`, client);
      return secretIn(await sends(owner, `${base()}/clients/turned/secret`));
    },
  ],
  [
    'makes a link to the portal',
    async (owner) => {
      const { accountId } = await shop().subscribes(true);
      return linkIn(await sends(owner, `${base()}/accounts/${accountId}/portal-link`));
    },
  ],
  [
    'makes a link for an operator',
    async (owner) => {
      const { id } = await operator({ role: 'viewer' });
      return linkIn(await sends(owner, `${base()}/settings/operators/${id}/link`));
    },
  ],
];

describe('A form that answers a secret', () => {
  test.each(forms)(
    'tells the log that somebody did it, and not the secret: %s',
    async (_, send) => {
      const owner = await operator({ role: 'owner' });
      told.length = 0;
      const secret = await send(owner);
      expect(secret.length).toBeGreaterThan(30);
      const all = told.join('\n');
      expect(all).toContain(`operator:${owner.id}`);
      expect([all.includes(secret), all.includes(owner.secret)]).toEqual([false, false]);
    },
  );

  test('is followed by one that does not either: the link that lets an operator in', async () => {
    const { id } = await operator({ role: 'viewer' });
    const owner = await operator({ role: 'owner' });
    const token = linkIn(await sends(owner, `${base()}/settings/operators/${id}/link`));
    told.length = 0;
    const { headers } = await owner.ask({ path: `/console/enter/${token}` });
    const cookie = /console=([\w-]{43})/.exec(String(headers['set-cookie']))?.[1] ?? '';
    expect(cookie).toHaveLength(43);
    const all = told.join('\n');
    expect(all).not.toBe('');
    expect([all.includes(token), all.includes(cookie)]).toEqual([false, false]);
  });
});
