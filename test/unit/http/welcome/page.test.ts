import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { welcomePage, welcomeStyleSource } from '../../../../src/http/welcome/page.js';

const link = { title: 'A & B', href: '/a?b="c"', description: '<script>' };
const page = welcomePage({ name: 'Name', version: '1.2.3', description: 'What', links: [link] });

test('the page says what it was given, as text', () => {
  expect(page).toContain('<a href="/a?b=&quot;c&quot;">A &amp; B</a>');
  expect(page).toContain('<dd>&lt;script&gt;</dd>');
  expect(page).not.toContain('<script');
});

test('its style is the one that the policy names', () => {
  const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(welcomeStyleSource).toBe(`'sha256-${hash}'`);
});
