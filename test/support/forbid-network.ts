import { afterAll } from '@jest/globals';
import nock from 'nock';

// Nothing outside this machine is ever called by a test; loopback carries the server and the database.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);

// The next file of this process has a nock of its own: of two that stand in for `node:http` the older one would answer.
afterAll(() => {
  nock.restore();
});
