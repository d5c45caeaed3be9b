/**
 * Files with functions that `test/unit` has no mirror of: they are sockets and what is wired to them, which the contract and
 * integration suites drive. One that gets a mirror leaves this list; none may join it.
 */
export const withoutMirror: readonly string[] = [
  'src/http/app.ts',
  'src/http/core/server/socket-server.ts',
  'src/http/metrics-server.ts',
  'src/http/server.ts',
];
