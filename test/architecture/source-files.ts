import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const notOurs = new Set([
  'node_modules',
  'dist',
  'coverage',
  'test-results',
  'data',
  '.git',
  '.independent-server',
  'package-lock.json',
]);

/** Every file below a folder of the repository, by its path from the root; what is made or fetched is left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((it) => !notOurs.has(it.name))
    .flatMap((it) => {
      const file = path.posix.join(folder, it.name);
      if (it.isDirectory()) return filesBelow(file);
      return it.isFile() ? [file] : [];
    });
}

/** With what holds JSX, too. */
export function typeScriptBelow(folder: string): readonly string[] {
  return filesBelow(folder).filter((it) => /\.tsx?$/.test(it));
}

export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Files whose text matches, with the line that does: `src/x.ts:12 …`. */
export function linesMatching(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${String(index + 1)} ${line.trim()}`] : [],
      ),
  );
}
