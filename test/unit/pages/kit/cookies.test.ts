import { describe, expect, test } from '@jest/globals';
import { cookieName, readCookie, setCookie } from '../../../../src/pages/kit/cookies.js';

describe('A cookie of pages', () => {
  test('is bound to its host over https', () => {
    expect(setCookie('portal', 'secret', { isHttps: true })).toBe(
      '__Host-portal=secret; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect((['portal', 'console', 'login'] as const).map((it) => cookieName(it, true))).toEqual([
      '__Host-portal',
      '__Host-console',
      '__Host-login',
    ]);
  });

  test('has the plain name over http, and everything else but Secure', () => {
    expect(setCookie('console', 'secret', { isHttps: false })).toBe(
      'console=secret; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  test('lasts for so many seconds where that is said', () => {
    expect(setCookie('login', 'x', { isHttps: true, maxAgeSeconds: 600 })).toContain('Max-Age=600');
  });

  test('is taken away by an empty one that is over', () => {
    expect(setCookie('portal', null, { isHttps: true })).toBe(
      '__Host-portal=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });

  test.each([
    ['the one of its name', 'a=1; portal=abc-_.1; b=2', 'abc-_.1'],
    ['none where there is no header', undefined, null],
    ['none of another name', 'console=abc; __Host-portal=abc', null],
    ['none that is empty', 'portal=', null],
    ['none that is no value of ours', 'portal=a b', null],
    ['none that is too long', `portal=${'a'.repeat(2_049)}`, null],
    ['none in a header that is too long', `portal=abc; x=${'a'.repeat(8_200)}`, null],
  ])('is read as %s', (_, header, value) => {
    expect(readCookie(header, 'portal', false)).toBe(value);
  });

  test('of plain http is none over https', () => {
    expect(readCookie('portal=abc', 'portal', true)).toBeNull();
    expect(readCookie('__Host-portal=abc', 'portal', true)).toBe('abc');
  });
});
