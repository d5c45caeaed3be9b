import { describe, expect, test } from '@jest/globals';
import { makeUrlGuard } from '../../../src/webhooks/guard-url.js';

const publicAddress = '93.184.216.34';

function guardOf(addresses: readonly string[], isLoopbackAllowed = false) {
  return makeUrlGuard({ resolve: () => Promise.resolve(addresses), isLoopbackAllowed });
}

const refused = (failure: string) => ({ ok: false, failure });

describe('A URL', () => {
  test.each([
    ['https://receiver.test/hook?a=b', 'https://receiver.test/hook?a=b'],
    ['HTTPS://Receiver.test:8443', 'https://receiver.test:8443/'],
  ])('%s is admitted as %s when its host is public', async (raw, url) => {
    expect(await guardOf([publicAddress]).check(raw)).toEqual({ ok: true, url });
  });

  test.each([
    ['http://receiver.test/', 'url_not_https'],
    ['ftp://receiver.test/', 'url_not_https'],
    ['file:///etc/passwd', 'url_not_https'],
    ['https://user@receiver.test/', 'url_with_credentials'],
    ['https://:secret@receiver.test/', 'url_with_credentials'],
    ['receiver.test/hook', 'url_malformed'],
    ['', 'url_malformed'],
    [`https://receiver.test/${'a'.repeat(2_048)}`, 'url_too_long'],
    [`https://receiver.test/${'å'.repeat(1_000)}`, 'url_too_long'],
  ])('%.40s is refused: %s', async (raw, failure) => {
    expect(await guardOf([publicAddress]).check(raw)).toEqual(refused(failure));
  });

  test('is refused when its host has no address', async () => {
    expect(await guardOf([]).check('https://receiver.test/')).toEqual(refused('host_not_found'));
  });
});

describe('An address', () => {
  test.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:93.184.216.34',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'not an address',
  ])('%s is not allowed', async (address) => {
    const failure = refused('address_not_allowed');
    expect(await guardOf([address]).check('https://receiver.test/')).toEqual(failure);
  });

  test.each([publicAddress, '2606:2800:220:1:248:1893:25c8:1946'])('%s is', async (address) => {
    expect(await guardOf([address]).check('https://receiver.test/')).toMatchObject({ ok: true });
  });

  test('that is private is enough to refuse a host that has public ones too', async () => {
    const mixed = guardOf([publicAddress, '10.0.0.1']);
    expect(await mixed.check('https://receiver.test/')).toEqual(refused('address_not_allowed'));
  });

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
  ])('in %s is looked at as it stands, in whatever form', async (raw) => {
    expect(await guardOf([publicAddress]).check(raw)).toEqual(refused('address_not_allowed'));
  });
});

describe('Where loopback is allowed', () => {
  test.each(['http://127.0.0.1:9000/', 'http://[::1]/', 'https://127.0.0.1/'])(
    '%s is admitted',
    async (raw) => {
      expect(await guardOf([], true).check(raw)).toEqual({ ok: true, url: raw });
    },
  );

  test('localhost is, by the guard’s own knowledge of names', async () => {
    const guard = makeUrlGuard({ isLoopbackAllowed: true });
    expect(await guard.check('http://localhost/')).toMatchObject({ ok: true });
  });

  test.each([
    ['http://receiver.test/', [publicAddress], 'url_not_https'],
    ['https://receiver.test/', ['10.0.0.1'], 'address_not_allowed'],
    ['https://receiver.test/', ['127.0.0.1', '10.0.0.1'], 'address_not_allowed'],
    ['http://169.254.169.254/', [], 'address_not_allowed'],
  ])('%s at %j is refused as ever', async (raw, addresses, failure) => {
    expect(await guardOf(addresses, true).check(raw)).toEqual(refused(failure));
  });
});
