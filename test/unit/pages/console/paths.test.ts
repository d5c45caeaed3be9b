import { expect, test } from '@jest/globals';
import { nextPath, organisationIn } from '../../../../src/pages/console/paths.js';

const id = '5f0000000000000000000001';

test.each([
  ['/console', '/console'],
  [`/console/${id}/events?after=3`, `/console/${id}/events?after=3`],
  ['/console/../portal', '/console'],
  ['//elsewhere.test/console', '/console'],
  ['https://elsewhere.test', '/console'],
  ['/consoles', '/console'],
  [`/console/${'a'.repeat(2_000)}`, '/console'],
  [undefined, '/console'],
])('After a log-in for %s a browser goes to %s', (asked, path) => {
  expect(nextPath(asked)).toBe(path);
});

test.each([
  [`/console/${id}`, id],
  [`/console/${id}/today`, id],
  [`/console/${id}0/today`, null],
  ['/console/login', null],
  [`/portal/${id}`, null],
])('The address %s is about the organisation %s', (path, organisation) => {
  expect(organisationIn(path)).toBe(organisation);
});
