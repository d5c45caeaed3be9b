/** What oidc-provider says of itself as it starts, as that it keeps all in memory, is no news in a test; the rest is said. */
/* eslint-disable no-console -- it has no other way to be told */
for (const level of ['info', 'warn'] as const) {
  const tell = console[level].bind(console);
  console[level] = (...said: readonly unknown[]) => {
    if (!/oidc-provider (?:NOTICE|WARNING): /.test(String(said[0]))) tell(...said);
  };
}
