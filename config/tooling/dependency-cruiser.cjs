const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to,
});
const outside = (...allowed) => ({ pathNot: allowed });

/** Whom each folder of src may import, besides itself. A folder that is not named here has no rule: a test says so. */
const layers = {
  domain: [],
  application: ['domain'],
  config: [],
  // Inbound: they see use cases, the types of ports and the domain.
  http: ['application', 'domain'],
  pages: ['application', 'domain'],
  worker: ['application'],
  // Besides, a command reads the settings of its run and prints them.
  cli: ['application', 'domain', 'config'],
  // Outbound: they see the ports that they implement.
  storage: ['application/ports', 'domain'],
  webhooks: ['application/ports', 'domain'],
  credentials: ['application/ports', 'domain'],
  observability: ['application/ports', 'config'],
  // On top: what wires, and what runs.
  composition: [
    ...['application', 'domain', 'config', 'http', 'pages', 'cli', 'worker', 'storage', 'webhooks'],
    ...['credentials', 'observability'],
  ],
  // It says at start how to get into the portal.
  process: [
    ...['composition', 'cli', 'config', 'credentials', 'domain/ids'],
    ...['application/ports', 'application/portal'],
  ],
};

/** Whom each folder of the application may import, besides itself, the ports and the domain. */
const useCases = {
  ports: [],
  account: [],
  audit: [],
  authorization: [],
  billing: ['catalogue', 'clock', 'commit', 'user-product'],
  catalogue: ['clock', 'listing'],
  change: ['catalogue', 'commit', 'user-product'],
  checkout: ['billing', 'catalogue', 'clock', 'commit', 'user-product'],
  clock: [],
  commit: ['catalogue', 'clock'],
  erasure: ['commit'],
  events: ['billing', 'catalogue'],
  export: ['commit'],
  idempotency: ['commit'],
  import: ['catalogue', 'clock', 'commit', 'webhooks'],
  listing: [],
  operators: [],
  'period-end': ['catalogue', 'clock', 'commit'],
  portal: ['catalogue', 'commit'],
  'product-groups': [
    ...['billing', 'catalogue', 'change', 'clock', 'commit', 'listing', 'user-product'],
  ],
  retention: ['checkout', 'portal'],
  'user-product': ['catalogue', 'clock', 'commit', 'listing'],
  verification: ['clock'],
  webhooks: ['events'],
};

/** The folder imports nothing of `within` but what is listed; libraries are for other rules. */
const onlyImports = (within, folder, allowed) =>
  forbid(
    `imports-of-${within}${folder}`.replaceAll('/', '-'),
    `may import ${allowed.join(', ') || 'nothing'} of src/${within}`,
    `^src/${within}${folder}/`,
    {
      path: `^src/${within}`,
      pathNot: [folder, ...allowed].map((it) => `^src/${within}${it}(/|\\.tsx?$)`),
    },
  );
module.exports = {
  forbidden: [
    forbid(
      'domain-is-pure',
      'no I/O, no node builtin, no library but Temporal, not even a type from another layer',
      '^src/domain/',
      { pathNot: ['^src/domain/', 'node_modules/temporal-polyfill/'] },
    ),
    forbid(
      'application-knows-domain-and-its-own-ports',
      'a use case is plain TypeScript',
      '^src/application/',
      outside('^src/(application|domain)/'),
    ),
    forbid(
      'embedded-mongo-stands-alone',
      'it knows nothing about billing',
      '^packages/embedded-mongo/',
      { path: ['^(src|test)/', '^packages/(?!embedded-mongo/)'] },
    ),
    forbid(
      'only-composition-starts-it',
      'everyone else gets a connection string',
      '^src/(?!composition/)',
      { path: '(^|/)(packages|node_modules)/(embedded-mongo|lmdb|bson)/' },
    ),
    forbid(
      'observability-is-handed-in',
      'a log is a port; only the composition root names the logger',
      '^src/(?!observability/|composition/|main\\.ts)',
      { path: '^src/observability/' },
    ),
    forbid(
      'http-core-knows-no-dialect',
      'what all APIs share names no one of them: a dialect is handed to it',
      '^src/http/core/',
      { path: '^src/http/', pathNot: '^src/http/core/' },
    ),
    forbid(
      'inbound-sees-use-cases-only',
      'http, pages and worker never touch an adapter or each other',
      '^src/(http|pages|worker)/',
      {
        path: '^src/(storage|webhooks|config|composition|http|pages|worker)',
        pathNot: '^src/$1/',
      },
    ),
    forbid(
      'outbound-sees-ports-only',
      'storage and webhooks implement application/ports',
      '^src/(storage|webhooks)/',
      {
        path: '^src/(http|pages|worker|config|composition|storage|webhooks)',
        pathNot: '^src/$1/',
      },
    ),
    forbid(
      'use-cases-are-not-called-by-adapters',
      'an adapter may import a port, never a use case',
      '^src/(storage|webhooks)/',
      { path: '^src/application/', pathNot: '^src/application/ports/' },
    ),
    forbid(
      'only-storage-speaks-mongoose',
      'documents never leave the adapter',
      '^src/(?!storage/)',
      { path: 'node_modules/(mongoose|mongodb)/' },
    ),
    forbid(
      'only-the-edge-speaks-express',
      'request and response stop at the edge',
      '^src/(?!http/|pages/|main\\.ts)',
      { path: 'node_modules/express/' },
    ),
    forbid(
      'only-pages-are-made-of-jsx',
      'how a page is written is the matter of src/pages',
      '^src/(?!pages/)',
      { path: 'node_modules/(preact|preact-render-to-string|intl-messageformat)/' },
    ),
    forbid(
      'portal-and-console-are-two',
      'they share the kit and nothing else',
      '^src/pages/(portal|console)/',
      { path: '^src/pages/(portal|console)/', pathNot: '^src/pages/$1/' },
    ),
    forbid('the-kit-knows-no-page', 'it is what pages are made of', '^src/pages/kit/', {
      path: '^src/pages/(portal|console)/',
    }),
    forbid(
      'what-runs-in-a-browser-stands-alone',
      'it sees the document that it is in',
      '^src/pages/browser/',
      { path: '^src/(?!pages/browser/)' },
    ),
    ...Object.entries(layers).map(([folder, allowed]) => onlyImports('', folder, allowed)),
    ...Object.entries(useCases).map(([folder, allowed]) =>
      onlyImports('application/', folder, folder === 'ports' ? [] : ['ports', ...allowed]),
    ),
    forbid(
      'main-starts-processes',
      'the entry knows commands, processes and the logger; it wires nothing',
      '^src/main\\.ts$',
      { path: '^src/', pathNot: '^src/(cli|process|observability)/' },
    ),
    forbid('src-never-imports-test', 'production code does not know its tests', '^src/', {
      path: '^test/',
    }),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(src|packages/[^/]+/src)/' },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
