import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

/** Codes as they stand in the tables of the http edge, and in the documentation. */
async function codesInSource(): Promise<ReadonlySet<string>> {
  const files = (await readdir('src/http', { recursive: true })).filter((it) => it.endsWith('.ts'));
  const texts = await Promise.all(files.map((it) => readFile(`src/http/${it}`, 'utf8')));
  const refusals = await readFile('src/domain/change/refusal.ts', 'utf8');
  const codes = texts.flatMap((text) => [...text.matchAll(/code: '([a-z_]+)'/g)]);
  const reasons = [...refusals.matchAll(/\| '([a-z_]+)'/g)];
  return new Set([...codes, ...reasons].flatMap(([, code]) => code ?? []));
}

test('every error code is documented, and nothing is documented that cannot happen', async () => {
  const docs = await readFile('docs/errors.md', 'utf8');
  const [ours = ''] = docs.split('## The token endpoint');
  const documented = new Set([...ours.matchAll(/^\|[^`\n]*`([a-z_]+)` +\|/gm)].map(([, it]) => it));
  const codes = await codesInSource();
  expect([...codes].filter((it) => !documented.has(it))).toEqual([]);
  expect([...documented].filter((it) => !codes.has(it ?? ''))).toEqual([]);
});
