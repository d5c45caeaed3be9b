import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { folderCircles } from './folder-circles.js';

test.each(['packages/embedded-mongo/src', 'packages/client/src'])(
  'no folders of %s import each other in a circle',
  (root) => {
    expect(folderCircles(root)).toEqual([]);
  },
);

test('a circle is found by way of other folders too, and by way of types', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'folders-'));
  const imports = {
    'a/x': '../b/x.js',
    'b/x': '../c/x.js',
    'c/x': '../a/y.js',
    'd/x': '../a/x.js',
  };
  for (const [file, imported] of Object.entries(imports)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, `${file}.ts`), `import type { X } from '${imported}';\n`);
  }
  expect(folderCircles(root)).toEqual(['a, b, c']);
  rmSync(root, { recursive: true });
});
