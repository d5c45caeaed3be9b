import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { textOf } from './source-files.js';

/** Whether a file has a function to test, in whatever form: not types, constants and re-exports alone. */
export function hasFunctions(file: string): boolean {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  const isIn = (node: ts.Node): boolean =>
    (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) ||
    ts.forEachChild(node, (child) => isIn(child) || undefined) === true;
  return isIn(tree);
}

/** What a file imports: files of the repository by their paths from the root, packages by their names. */
export function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(textOf(file));
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.')
      ? sourceOf(path.posix.join(path.posix.dirname(file), fileName))
      : fileName,
  );
}

/** What is written where `x.js` is imported: `x.ts`, or `x.tsx` where there is one. */
function sourceOf(imported: string): string {
  const plain = imported.replace(/\.js$/, '.ts');
  return existsSync(`${plain}x`) ? `${plain}x` : plain;
}
