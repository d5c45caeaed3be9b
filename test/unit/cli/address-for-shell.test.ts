import { expect, test } from '@jest/globals';
import { addressForShell } from '../../../src/cli/address-for-shell.js';

test.each([
  [
    'mongodb://%2Fdata%2Fmongodb.sock/?directConnection=true',
    'mongodb://%2Fdata%2Fmongodb.sock/test?directConnection=true',
  ],
  ['mongodb://user:secret@127.0.0.1:1/?a=b', 'mongodb://user:secret@127.0.0.1:1/test?a=b'],
  ['mongodb://a:1,b:2/billing?replicaSet=rs0', 'mongodb://a:1,b:2/billing?replicaSet=rs0'],
  ['mongodb+srv://host', 'mongodb+srv://host/test'],
])('%s names its database in mongosh: %s', (uri, address) => {
  expect(addressForShell(uri)).toBe(address);
});
