import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { faultsOfBuild } from '../../packages/embedded-mongo/test/support/fresh-build.js';
import { filesBelow, textOf } from './source-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (file: string, second: number): void => {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, second, second);
};
const faults = (): readonly string[] =>
  faultsOfBuild({
    source: path.join(folder, 'src'),
    built: path.join(folder, 'dist'),
    bundled: { folder: 'pages/browser', last: 'manifest.json' },
  }).map((it) => it.replace(`${folder}/`, ''));

describe('A build', () => {
  beforeEach(() => {
    write('src/main.ts', 10);
    write('src/deep/down/rule.ts', 12);
    write('src/notes.txt', 99);
    write('dist/main.js', 20);
    write('dist/main.js.map', 20);
    write('dist/deep/down/rule.js', 20);
  });

  test('is taken where each file was built after it was changed', () => {
    expect(faults()).toEqual([]);
  });

  test('is taken where a file was built at the very time of its change, as a fast build does', () => {
    write('src/main.ts', 20);
    expect(faults()).toEqual([]);
  });

  test('is refused where a file was changed since', () => {
    write('src/deep/down/rule.ts', 21);
    expect(faults()).toEqual(['src/deep/down/rule.ts was changed since']);
  });

  test('is refused where a file is new', () => {
    write('src/deep/new.ts', 1);
    expect(faults()).toEqual(['src/deep/new.ts is not built']);
  });

  test('is refused where a file is gone: its output would still run', () => {
    rmSync(path.join(folder, 'src/deep/down/rule.ts'));
    expect(faults()).toEqual(['src/deep/down/rule.ts is gone']);
  });

  test('is taken where a page was built, and what runs in a browser was bundled after it was changed', () => {
    write('src/pages/home.tsx', 10);
    write('dist/pages/home.js', 10);
    write('src/pages/browser/portal.css', 10);
    write('dist/pages/browser/portal-0123.css', 10);
    write('dist/pages/browser/portal-0123.js', 10);
    write('dist/pages/browser/manifest.json', 10);
    expect(faults()).toEqual([]);
    write('src/pages/browser/portal.css', 11);
    write('src/pages/home.tsx', 11);
    expect(faults()).toEqual([
      'src/pages/home.tsx was changed since',
      'src/pages/browser/portal.css was changed since',
    ]);
  });

  test('is refused where there is none', () => {
    rmSync(path.join(folder, 'dist'), { recursive: true });
    expect(faults()).toHaveLength(2);
  });
});

test('Whatever starts the build, or a script that imports it, refuses an old one', () => {
  const starts = /['"`](?:\.\.\/)*dist\/(?!2020)|['"`]\.\/[\w-]+\.mjs['"`]/;
  const files = [...filesBelow('test'), ...filesBelow('packages/embedded-mongo/test')].filter(
    (it) => /\.tsx?$/.test(it) && !it.startsWith('test/architecture/'),
  );
  const starting = files.filter((it) => starts.test(textOf(it)));
  const unchecked = starting.filter((it) => !/refuseOldBuilds?\(/.test(textOf(it)));
  // jest runs this one by itself before any test; `support/database.ts` looks for those that use what it has started.
  expect(unchecked).toEqual(['test/support/start-database.ts']);
  expect(starting.length).toBeGreaterThan(3);
});
