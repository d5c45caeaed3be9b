import { expect, test } from '@jest/globals';
import { foreignLink } from '../../../../src/pages/kit/foreign-link.js';

test.each([
  ['https://publisher.test/account?x=1#y', 'https://publisher.test/account?x=1#y'],
  ['https://publisher.test/"><script>', 'https://publisher.test/%22%3E%3Cscript%3E'],
])('A link may lead to %s', (raw, href) => {
  expect(foreignLink(raw, false)).toBe(href);
});

test.each(['http://localhost:3000/', 'http://127.0.0.1/', 'http://[::1]:8080/'])(
  'A link may lead to %s on this machine in development alone',
  (raw) => {
    expect([foreignLink(raw, true), foreignLink(raw, false)]).toEqual([raw, null]);
  },
);

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'http://publisher.test/',
  'http://localhost.evil.test/',
  '//publisher.test/',
  '/portal',
  '',
  'https://user@publisher.test/',
  'https://user:secret@publisher.test/',
  'https://',
])('A link leads nowhere for %j', (raw) => {
  expect(foreignLink(raw, true)).toBeNull();
});
