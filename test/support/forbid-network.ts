import nock from 'nock';

// Nothing outside this machine is ever called by a test; loopback carries the server and the database.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
