import ts from 'typescript';
import { textOf } from './source-files.js';

/** A regular expression in the code, and where. */
export type Pattern = { readonly file: string; readonly source: string; readonly flags: string };

/** All regular expressions that a file has as literals. */
export function patternsOf(file: string): readonly Pattern[] {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Those that a file makes as it runs: `new RegExp(…)`, as they are written. */
export function madePatternsOf(file: string): readonly string[] {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && node.expression.getText() === 'RegExp') found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map((it) => `${file}: ${it}`);
}

const classes: Readonly<Record<string, string>> = {
  w: 'a',
  d: '1',
  s: ' ',
  S: 'a',
  D: 'a',
  W: '-',
};
const mostPieces = 14;

/** Pieces that a pattern is about: its words, each of its characters, and one of each class that it names. */
function piecesOf(source: string): readonly string[] {
  const plain = source
    .replace(/\\x([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\([wdsSDW])/g, (_, name: string) => classes[name] ?? '')
    .replace(/\\[bBnrt]|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d*,?\d*\}|[()*^$|?+]/g, '\n')
    .replace(/\\(.)/g, '$1');
  const words = plain.split(/[\n[\]]/).filter((it) => it.length > 1 && it.length < 20);
  const characters = [...new Set(plain.split(/(?:)/u))].filter(
    (it) => it !== '\n' && !/[b-zB-Z2-9]/.test(it),
  );
  return [
    ...new Set([...words, ...characters, ...(source.match(/[?+*$|^]/g) ?? []), 'a', ' ']),
  ].slice(0, mostPieces);
}

/**
 * Texts of that length that make a pattern which is not linear go astray: every two of its pieces over and over, and one
 * of them over and over behind another, before an end that few patterns expect.
 */
export function* adversarialTexts({ source }: Pattern, length: number): Generator<string> {
  const pieces = piecesOf(source);
  const repeated = (it: string): string => it.repeat(Math.ceil(length / it.length));
  for (const first of pieces) {
    yield `${repeated(first)}\u0001`;
    for (const second of pieces) {
      if (first === second) continue;
      yield `${repeated(first + second)}\u0001`;
      yield `${first}${repeated(second)}\u0001`;
    }
  }
}
