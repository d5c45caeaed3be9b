import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { linesMatching, textOf, typeScriptBelow } from './source-files.js';

const inPackages = typeScriptBelow('packages');
const sources = [...typeScriptBelow('src'), ...inPackages.filter((it) => it.includes('/src/'))];
const all = [...sources, ...inPackages, ...typeScriptBelow('test')];

/** Words that tell nothing of what a file is for. */
const emptyWords = new Set([
  ...['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'service', 'services'],
  ...['base', 'data', 'info', 'impl'],
]);

describe('names', () => {
  test('of files and folders are kebab-case', () => {
    const kebab = /^[a-z\d]+(-[a-z\d]+)*$/;
    const words = (file: string) => file.split('/').flatMap((part) => part.split('.'));
    expect(all.filter((file) => !words(file).every((it) => kebab.test(it)))).toEqual([]);
  });

  test('of files and folders say what they are for', () => {
    const wordsOf = (file: string) => file.split(/[/.-]/);
    expect(all.filter((file) => wordsOf(file).some((it) => emptyWords.has(it)))).toEqual([]);
  });

  test('of types carry no I… and no …Impl', () => {
    const declared = /\b(type|class|interface) (I[A-Z][a-z]\w*|\w+Impl)\b/;
    expect(linesMatching(all, declared)).toEqual([]);
  });
});

describe('an exported name', () => {
  /** Those of a package meet no other: what leaves it, leaves by its index. */
  const own = sources.filter((file) => file.startsWith('src/'));

  test('is one thing', () => {
    const places = new Map<string, string[]>();
    for (const file of own) {
      for (const name of exportedNames(textOf(file))) {
        places.set(name, [...(places.get(name) ?? []), file]);
      }
    }
    const twice = [...places].filter(([, files]) => files.length > 1);
    expect(places.size).toBeGreaterThan(500);
    expect(twice).toEqual([]);
  });

  test('is exported where it is declared, and nowhere again', () => {
    expect(linesMatching(own, /^export (type )?[{*]/)).toEqual([]);
  });
});

/** What a module declares and exports. A type and a value of one name are one thing. */
function exportedNames(text: string): ReadonlySet<string> {
  const declared =
    /^export (?:async )?(?:function\*?|const|let|type|class|interface) ([A-Za-z_$][\w$]*)/gm;
  return new Set([...text.matchAll(declared)].flatMap(([, name]) => name ?? []));
}

describe('each top-level folder of src', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((it) => it.isDirectory());

  test.each(folders.map((it) => [it.name]))(
    '%s says in at most 15 lines what it is for',
    (name) => {
      // A glossary may follow.
      const [about = ''] = textOf(`src/${name}/README.md`).split('\n## Words\n');
      const lines = about.trimEnd().split('\n');
      expect(lines[0]).toMatch(/^# \w/);
      expect(lines.length).toBeLessThanOrEqual(15);
    },
  );
});

describe('sources', () => {
  test('have named exports only', () => {
    expect(linesMatching(sources, /\bexport default\b|\bas default\b/)).toEqual([]);
  });

  test('read the environment in main.ts alone', () => {
    const pattern = /process\.env\b|process\[['"]env|\benv\b.*from 'node:process'/;
    expect(linesMatching(sources, pattern).filter((it) => !it.startsWith('src/main.ts:'))).toEqual(
      [],
    );
  });
});
