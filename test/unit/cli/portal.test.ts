import { describe, expect, test } from '@jest/globals';
import type { PortalSessionFailure } from '../../../src/application/portal/create-portal-session.js';
import { organisationId, runCommand } from './run-command.js';

const account = 'a'.repeat(24);
const words = ['portal', 'link', '--account', account];
const asked = {
  ...{ organisationId, accountId: account, returnUrl: null, delivery: 'redirect' },
  ...{ expiresInMinutes: 15, locale: null, offer: null, flow: null, chosenId: null },
};

describe('portal link', () => {
  test('prints one address, of an account of the demo unless told otherwise', async () => {
    const { code, stdout, calls } = await runCommand(words);
    expect([code, stdout]).toEqual([0, 'http://localhost:8080/portal/enter/a-secret\n']);
    expect(calls).toContainEqual(['createPortalSession', asked]);
  });

  test('takes where it leads back to, whose account it is, and that it is for a message', async () => {
    const other = 'b'.repeat(24);
    const more = ['--organisation', other, '--return-url', 'https://a.test/x', '--message'];
    const { calls } = await runCommand([...words, ...more]);
    const said = { organisationId: other, returnUrl: 'https://a.test/x' };
    const message = { delivery: 'message', expiresInMinutes: 1_440 };
    expect(calls).toContainEqual(['createPortalSession', { ...asked, ...said, ...message }]);
  });

  test('prints the address that the portal is known by', async () => {
    const env = { PORTAL_BASE_URL: 'https://portal.example' };
    const { stdout } = await runCommand(words, { env });
    expect(stdout).toBe('https://portal.example/portal/enter/a-secret\n');
  });

  test('is refused where the portal is off', async () => {
    const { code, stdout, stderr } = await runCommand(words, { env: { PORTAL: 'off' } });
    expect([code, stdout, stderr]).toEqual([1, '', 'PORTAL is off: nobody could open it\n']);
  });

  test.each<[PortalSessionFailure, string]>([
    ['unknown_account', 'there is no such account in this organisation\n'],
    ['portal_disabled', 'the organisation is not there, or has closed its portal\n'],
    [
      'return_url_not_allowed',
      'the organisation does not name this address in portal.return_urls, or names none\n',
    ],
  ])('says %s in words', async (failure, sentence) => {
    const createPortalSession = () => Promise.resolve({ ok: false, failure } as const);
    const ran = await runCommand(words, { application: { createPortalSession } });
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, '', sentence]);
  });

  test('asks for an organisation where there is no demo', async () => {
    const clients = { find: () => Promise.resolve(null) };
    const { code, stderr } = await runCommand(words, { application: { clients } });
    expect([code, stderr]).toEqual([1, 'there is no demo data: say --organisation\n']);
  });
});
