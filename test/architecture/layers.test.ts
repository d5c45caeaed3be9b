import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { circlesOf, type Imports } from './circles.js';
import { typeScriptBelow } from './source-files.js';

type Cruise = {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string }[] };
  };
};

let cruised: Cruise;
beforeAll(() => {
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
  cruised = JSON.parse(stdout) as Cruise;
}, 60_000);

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map((it) => it.name);

test('dependencies go in one direction, and every module is looked at', () => {
  const { modules, summary } = cruised;
  const seen = modules
    .map((it) => it.source)
    .filter((it) => /^(src|packages)\//.test(it) && /\.tsx?$/.test(it));
  const present = [...typeScriptBelow('src'), ...typeScriptBelow('packages')];
  expect(present.length).toBeGreaterThan(0);
  expect(seen.toSorted()).toEqual(present.toSorted());
  expect(summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`)).toEqual([]);
});

test('every folder of src and of the application has a list of what it may import', () => {
  const rules = cruised.summary.ruleSetUsed.forbidden.map((it) => it.name);
  const wanted = [
    ...foldersOf('src').map((it) => `imports-of-${it}`),
    ...foldersOf('src/application').map((it) => `imports-of-application-${it}`),
  ];
  expect(wanted.filter((it) => !rules.includes(it))).toEqual([]);
});

describe('folders of a layer import each other in no circle', () => {
  const layers = ['application', 'domain', 'http', 'storage', 'cli'].map((it) => `src/${it}`);
  const packages = foldersOf('packages').map((it) => `packages/${it}/src`);

  test.each([...layers, ...packages])('%s', (layer) => {
    const imports = importsWithin(layer);
    expect(imports.size).toBeGreaterThan(0);
    expect(circlesOf(imports)).toEqual([]);
  });

  test('a circle of three is found, and what it only leads to is no part of it', () => {
    const imports: Imports = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['a', 'd'])],
      ['d', new Set<string>()],
    ]);
    expect(circlesOf(imports)).toEqual([['a', 'b', 'c']]);
  });
});

/** Modules folded to the folders right below `start`; a file that stands there counts as a folder of its own. */
function importsWithin(start: string): Imports {
  const roomOf = (file: string) => file.slice(start.length).split('/', 1)[0] ?? '';
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of cruised.modules) {
    if (!source.startsWith(start)) continue;
    const from = roomOf(source);
    const to = imports.get(from) ?? new Set<string>();
    imports.set(from, to);
    for (const { resolved } of dependencies) {
      if (resolved.startsWith(start) && roomOf(resolved) !== from) to.add(roomOf(resolved));
    }
  }
  return imports;
}
