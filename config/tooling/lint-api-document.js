import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import spectral from '@stoplight/spectral-core';
import rulesets from '@stoplight/spectral-rulesets';
import { makeApiDocument } from '../../dist/http/docs/api-document.js';
import { paywayDocumentation } from '../../dist/http/payway/documentation.js';
import { makePaywayEndpoints } from '../../dist/http/payway/endpoints.js';
import { makePortalSessionEndpoints } from '../../dist/http/payway/endpoints/portal-sessions.js';
import { productGroupsDocumentation } from '../../dist/http/product-groups/documentation.js';
import { makeProductGroupsEndpoints } from '../../dist/http/product-groups/endpoints.js';

// `npm run api:lint`: what the gateway serves at /openapi.json, under Redocly's recommended rules and under those that
// Spectral recommends for OpenAPI. A warning fails, as an error does. Nothing runs, so the endpoints are handed no use
// cases; nothing goes out over the network.
const document = makeApiDocument({
  apis: [
    {
      documentation: paywayDocumentation,
      endpoints: [...makePaywayEndpoints({}), ...makePortalSessionEndpoints({})],
    },
    { documentation: productGroupsDocumentation, endpoints: makeProductGroupsEndpoints({}) },
  ],
  publicBaseUrl: 'https://gateway.test',
  version: '0.0.0',
});
const redoclyStatus = lintWithRedocly();
const faults = await lintWithSpectral();
for (const { code, path: at, message } of faults) {
  console.error(`${String(code)} at ${at.join(' ')}: ${message}`);
}
console.log(`Spectral: ${String(faults.length)} faults`);
process.exitCode = faults.length > 0 ? 1 : redoclyStatus;

function lintWithRedocly() {
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
  return status ?? 1;
}

function lintWithSpectral() {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [rulesets.oas] });
  return linter.run(JSON.parse(JSON.stringify(document)));
}
