import { expect, test } from '@jest/globals';
import { makeWelcome } from '../../../../src/http/welcome/welcome.js';

test('the documentation comes first, and then the pages that are on', () => {
  const portal = { title: 'Portal', href: '/portal', description: 'For customers' };
  const { version, links } = makeWelcome('1.2.3', [portal]);
  expect([version, links.map((it) => it.href)]).toEqual([
    '1.2.3',
    ['/docs', '/openapi.json', '/portal'],
  ]);
});
