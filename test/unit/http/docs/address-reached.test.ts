import { expect, test } from '@jest/globals';
import { addressReached } from '../../../../src/http/docs/address-reached.js';

test.each([
  { localAddress: '127.0.0.1', address: 'http://127.0.0.1:8080' },
  { localAddress: '::1', address: 'http://[::1]:8080' },
  { localAddress: '::ffff:10.0.0.7', address: 'http://10.0.0.7:8080' },
])('a connection to $localAddress reached $address', ({ localAddress, address }) => {
  expect(addressReached({ localAddress, localPort: 8080 })).toBe(address);
});
