import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow, textOf } from './source-files.js';

const documents = ['README.md', ...filesBelow('docs').filter((it) => it.endsWith('.md'))];

type Link = { readonly document: string; readonly target: string };

/** The relative links of a document; what is quoted as code is none. */
function linksOf(document: string): readonly Link[] {
  const text = textOf(document)
    .replace(/^```[^]*?^```/gm, '')
    .replace(/`[^`]*`/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((it) => !/^[a-z]+:/.test(it)).map((target) => ({ document, target }));
}

/** The anchors of a document's headings, as they are made by whoever shows it. */
function anchorsOf(document: string): readonly string[] {
  const headings = [...textOf(document).matchAll(/^#{1,6} (.+)$/gm)];
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isLost({ document, target }: Link): boolean {
  const [file = '', anchor] = target.split('#');
  const found = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
  if (!existsSync(found)) return true;
  return anchor !== undefined && !(statSync(found).isFile() && anchorsOf(found).includes(anchor));
}

describe('README.md and the documents in docs', () => {
  test('link to what is there', () => {
    const links = documents.flatMap(linksOf);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(isLost)).toEqual([]);
  });

  test('name tests that are there', () => {
    const present = new Set(filesBelow('.').map((it) => path.posix.basename(it)));
    const named = documents.flatMap((document) =>
      [...textOf(document).matchAll(/[\w./-]+\.test\.tsx?/g)].map(([file]) => ({ document, file })),
    );
    expect(named.length).toBeGreaterThan(20);
    const isThere = (file: string): boolean =>
      file.includes('/') ? existsSync(file) : present.has(file);
    expect(named.filter(({ file }) => !isThere(file))).toEqual([]);
  });

  test('a link to nothing is found', () => {
    const document = 'README.md';
    const lost = ['docs/nowhere', 'docs/errors.md#nowhere', '#nowhere', 'docs#nowhere'];
    expect(lost.filter((target) => !isLost({ document, target }))).toEqual([]);
    expect(isLost({ document, target: 'docs/errors.md#the-token-endpoint' })).toBe(false);
  });
});
