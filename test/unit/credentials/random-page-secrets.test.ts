import { expect, test } from '@jest/globals';
import { randomPageSecrets } from '../../../src/credentials/random-page-secrets.js';

test('A secret of a page has 256 bits, never the same, and is kept as its SHA-256', () => {
  const secrets = Array.from({ length: 100 }, () => randomPageSecrets.next());
  expect(new Set(secrets).size).toBe(100);
  expect(secrets.every((it) => Buffer.from(it, 'base64url').length === 32)).toBe(true);
  // FIPS 180-2, appendix B.1.
  expect(randomPageSecrets.hashOf('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
