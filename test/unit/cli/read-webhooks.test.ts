import { describe, expect, test } from '@jest/globals';
import { fileDraft } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const url = 'https://receiver.test/hook';
const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
const withEndpoint = (given: object) => fileDraft.with('webhook_endpoints', [given]).text();

describe('The webhook endpoints of a document', () => {
  test('are none where it has none, and need a URL', () => {
    expect(parsed(fileDraft.text()).webhookEndpoints).toEqual([]);
    const [least] = parsed(withEndpoint({ url })).webhookEndpoints;
    expect(least).toMatchObject({ url, types: null, enabled: null, secret: null });
    expect(parsed(withEndpoint({ url })).webhookEndpoints[0]?.id).toBe(least?.id);
  });

  test('are what it says', () => {
    const id = '56e1741a6fc9365306000700';
    const said = { id, url, types: ['package_upgrade'], enabled: false, secret };
    expect(parsed(withEndpoint(said)).webhookEndpoints).toEqual([said]);
  });

  test.each([
    [{ url: null }, 'url: must be a string'],
    [{ types: [] }, 'types: must be types of events, at least one'],
    [{ types: ['toString'] }, 'types: must be types of events, at least one'],
    [{ secret: 'secret' }, 'secret: must be whsec_ and 24 to 64 bytes in base64'],
    [{ name: 'mine' }, 'name: is not a member known here'],
  ])('are told where they are wrong: %j', (edits, problem) => {
    expect(faultsOf(withEndpoint({ url, ...edits }))).toEqual([`webhook_endpoints[0].${problem}`]);
  });
});
