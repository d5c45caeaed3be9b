import { describe, expect, test } from '@jest/globals';
import { mayReturnTo, returnUrlFault } from '../../../../src/domain/portal/return-url.js';

describe('An address that visitors may be led back to', () => {
  test.each([
    'https://a.test',
    'https://a.test:8443/account/',
    'http://localhost:3000/account',
    'http://127.0.0.1/',
    'http://[::1]:3000/',
    `https://a.test/${'a'.repeat(2_000 - 'https://a.test/'.length)}`,
  ])('is right: %s', (url) => {
    expect(returnUrlFault(url)).toBeNull();
  });

  test.each([
    ['too_long', `https://a.test/${'a'.repeat(2_001 - 'https://a.test/'.length)}`],
    ['malformed', 'a.test/account'],
    ['malformed', '/account'],
    ['malformed', ''],
    ['not_https', 'http://a.test/account'],
    ['not_https', 'javascript:alert(1)'],
    ['not_https', 'http://localhost.a.test/'],
    ['with_credentials', 'https://user@a.test/'],
    ['with_credentials', 'https://:secret@a.test/'],
    ['with_query', 'https://a.test/?'],
    ['with_query', 'https://a.test/?x=1'],
    ['with_query', 'https://a.test/#top'],
  ])('is %s: %s', (fault, url) => {
    expect(returnUrlFault(url)).toBe(fault);
  });
});

describe('A visitor may be led back', () => {
  const allowed = ['https://a.test/account', 'https://b.test/', 'http://localhost:3000/shop/'];

  test.each([
    'https://a.test/account',
    'https://A.TEST:443/account',
    'https://a.test/account/',
    'https://a.test/account/orders?x=1#top',
    'https://a.test/account/../account/orders',
    'https://b.test',
    'https://b.test/anything',
    'http://localhost:3000/shop/',
    'http://localhost:3000/shop/cart',
  ])('to %s', (url) => {
    expect(mayReturnTo(url, allowed)).toBe(true);
  });

  test.each([
    'https://a.test',
    'https://a.test/accounts',
    'https://a.test/Account',
    'https://a.test/account/../admin',
    'https://a.test/account/%2e%2e/admin',
    'https://a.test/account/..%2fadmin',
    'https://a.test/account/..\\admin',
    'https://a.test/account/x%5c..%5cadmin',
    'http://a.test/account',
    'https://a.test:8443/account',
    'https://a.test.evil.test/account',
    'https://user@a.test/account',
    'https://a.test@evil.test/account',
    'https://evil.test/https://a.test/account',
    '//a.test/account',
    'javascript:alert(1)//a.test/account',
    'http://localhost:3000/shop',
    'http://localhost:3001/shop/',
    `https://b.test/${'a'.repeat(2_000)}`,
  ])('not to %s', (url) => {
    expect(mayReturnTo(url, allowed)).toBe(false);
  });

  test('nowhere, where nothing is named', () => {
    expect(mayReturnTo('https://a.test/account', [])).toBe(false);
  });
});
