import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeApiDocument } from '../../dist/http/docs/api-document.js';
import { paywayDocumentation } from '../../dist/http/payway/documentation.js';
import { makePaywayEndpoints } from '../../dist/http/payway/endpoints.js';

// `npm run api:lint`: what the gateway serves at /openapi.json, under Redocly's recommended rules. Nothing runs, so the
// endpoints are handed no use cases; nothing goes out over the network.
const document = makeApiDocument({
  ...paywayDocumentation,
  endpoints: makePaywayEndpoints({}),
  publicBaseUrl: 'https://gateway.test',
  version: '0.0.0',
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'api-lint-'));
const file = path.join(folder, 'openapi.json');
writeFileSync(file, JSON.stringify(document, null, 2));
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/@redocly/cli/bin/cli.js'),
    'lint',
    file,
    '--config',
    path.join(root, 'config/tooling/redocly.yaml'),
    '--max-problems=20',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    },
  },
);
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
