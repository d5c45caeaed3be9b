import { expect, test } from '@jest/globals';
import { readTokenRequest } from '../../../../src/http/authorization/token-request.js';

function read(fields: Record<string, string>, authorization?: string) {
  const form = new URLSearchParams({ grant_type: 'none', scope: '/a', ...fields });
  return readTokenRequest(Buffer.from(form.toString()), authorization);
}

test('nothing longer than 255 characters is ever hashed', () => {
  const longest = 'x'.repeat(255);
  expect(read({ client_id: 'demo', client_secret: longest })).toMatchObject({ ok: true });
  expect(read({ client_id: 'demo', client_secret: `${longest}x` })).toEqual({
    ok: false,
    failure: 'invalid_client',
    clientId: 'demo',
  });
});

test.each([
  { what: 'a colon in the secret', raw: 'demo:a:b', secret: 'a:b' },
  { what: 'escapes', raw: 'demo:a%26b%2B+c', secret: 'a&b+ c' },
])('HTTP Basic with $what (RFC 6749 §2.3.1)', ({ raw, secret }) => {
  const authorization = `Basic ${Buffer.from(raw).toString('base64')}`;
  expect(read({}, authorization)).toEqual({
    ok: true,
    command: { clientId: 'demo', clientSecret: secret, scopes: ['/a'] },
  });
});

test.each(
  ['Basic', 'Basic ', 'Basic x', 'Basic ZGVtbw==', 'Bearer ZGVtbzp4', 'Basic ZGVtbzp4 x'].map(
    (header) => ({ header }),
  ),
)('"$header" is no client', ({ header }) => {
  expect(read({}, header)).toMatchObject({ ok: false, failure: 'invalid_client' });
});

test.each([
  {
    what: 'the form',
    fields: { client_id: 'x'.repeat(300) },
    header: undefined,
    id: 'x'.repeat(300),
  },
  { what: 'HTTP Basic', fields: {}, header: `Basic ${btoa('demo')}`, id: 'demo' },
  { what: 'nothing', fields: {}, header: undefined, id: '' },
  {
    what: 'a form of another grant',
    fields: { grant_type: 'x', client_id: 'a' },
    header: '',
    id: 'a',
  },
])('what is refused says whom $what named', ({ fields, header, id }) => {
  expect(read(fields as Record<string, string>, header)).toMatchObject({ ok: false, clientId: id });
});
