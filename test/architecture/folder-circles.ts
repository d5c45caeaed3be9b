import path from 'node:path';
import { textOf, typeScriptBelow } from './source-files.js';

type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The folders directly below a folder that need each other, straight or by way of others, types included; those of one
 * circle together, as `bson, query`. Files beside the folders count together as `.`.
 */
export function folderCircles(root: string): readonly string[] {
  const uses = usesBetweenFolders(root);
  const needed = new Map([...uses.keys()].map((it) => [it, neededBy(it, uses)]));
  const needs = (one: string, other: string): boolean => needed.get(one)?.has(other) ?? false;
  const circles = [...uses.keys()]
    .filter((it) => needs(it, it))
    .map((it) => [...uses.keys()].filter((other) => needs(it, other) && needs(other, it)))
    .map((circle) => circle.toSorted().join(', '));
  return [...new Set(circles)].toSorted();
}

function neededBy(folder: string, uses: Uses): ReadonlySet<string> {
  const needed = new Set(uses.get(folder));
  for (const it of needed) for (const next of uses.get(it) ?? []) needed.add(next);
  return needed;
}

function usesBetweenFolders(root: string): Uses {
  const uses = new Map<string, Set<string>>();
  for (const file of typeScriptBelow(root)) {
    const from = folderOf(root, file);
    const used = uses.get(from) ?? new Set();
    uses.set(from, used);
    for (const [, imported = ''] of textOf(file).matchAll(/(?:from|import)[ (]'(\.[^']+)'/g)) {
      const to = folderOf(root, path.posix.join(path.posix.dirname(file), imported));
      if (to !== from) used.add(to);
    }
  }
  return uses;
}

function folderOf(root: string, file: string): string {
  const [folder = '', ...below] = path.posix.relative(root, file).split('/');
  return below.length === 0 ? '.' : folder;
}
