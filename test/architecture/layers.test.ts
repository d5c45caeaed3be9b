import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { typeScriptBelow } from './source-files.js';

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

function cruise(): Cruise {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'config/tooling/dependency-cruiser.cjs',
      '--output-type',
      'json',
      'src',
      'packages',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return JSON.parse(stdout) as Cruise;
}

test('dependencies go in one direction, and every module is looked at', () => {
  const { modules, summary } = cruise();
  const seen = modules
    .map((it) => it.source)
    .filter((it) => /^(src|packages)\//.test(it) && it.endsWith('.ts'));
  const present = [...typeScriptBelow('src'), ...typeScriptBelow('packages')];
  expect(present.length).toBeGreaterThan(0);
  expect(seen.toSorted()).toEqual(present.toSorted());
  expect(summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`)).toEqual([]);
});
