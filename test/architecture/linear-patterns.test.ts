import vm from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { adversarialTexts, madePatternsOf, type Pattern, patternsOf } from './patterns.js';
import { typeScriptBelow } from './source-files.js';

/**
 * Linear work on the short text takes a tenth of a millisecond, the square of it a second, or some ten milliseconds where
 * a long piece is repeated. Who is not through by then is slow, or the machine is: the long text tells. Linear work on it
 * takes a millisecond; the square of it, minutes.
 */
const short = { length: 50_000, limitMs: 20 };
const long = { length: 400_000, limitMs: 5_000 };

const files = ['src', ...['client', 'embedded-mongo'].map((it) => `packages/${it}/src`)].flatMap(
  typeScriptBelow,
);
const patterns = files.flatMap(patternsOf);

/** The first text that a pattern does not get through in time, as it begins; null where it gets through all. */
function hangsOn(pattern: Pattern, limitMs = long.limitMs): string | null {
  return firstSlow(pattern, short) && firstSlow(pattern, { ...long, limitMs });
}

function firstSlow(
  pattern: Pattern,
  { length, limitMs }: { readonly length: number; readonly limitMs: number },
): string | null {
  const made = new RegExp(pattern.source, pattern.flags);
  const context = vm.createContext({ made, text: '' });
  // With `g` it is looked for behind each match, too.
  const isGlobal = pattern.flags.includes('g');
  const script = new vm.Script(isGlobal ? 'text.replace(made, "")' : 'made.exec(text)');
  for (const text of adversarialTexts(pattern, length)) {
    Object.assign(context, { text });
    try {
      script.runInContext(context, { timeout: limitMs });
    } catch {
      return text.slice(0, 40);
    }
  }
  return null;
}

describe('The cost of a pattern grows with its text, not with its square', () => {
  test.each(patterns.map((it) => ({ ...it, shown: `/${it.source}/${it.flags}` })))(
    '$shown in $file',
    (pattern) => {
      expect(hangsOn(pattern)).toBeNull();
    },
  );

  test('is looked at for all there are, and those that a process makes are these', () => {
    expect(patterns.length).toBeGreaterThan(50);
    expect(files.flatMap(madePatternsOf)).toEqual([
      // A length, a list of words; and what whoever asks the database hands in, which has a second.
      "src/http/core/checks/field-chain.ts: new RegExp(`^[^]{0,${String(maxLength)}}$`, 'u')",
      "src/http/payway/fields.ts: new RegExp(`^(?:${words.map(literally).join('|')})$`)",
      "src/http/product-groups/collections.ts: new RegExp(`^(?:${words.join('|')})$`)",
      'packages/embedded-mongo/src/query/bounded-pattern.ts: new RegExp(source, flags)',
    ]);
  });

  test.each([
    { source: '=+$', flags: '' },
    { source: '\\s+$', flags: 'm' },
    { source: '^(a+)+$', flags: '' },
    { source: '(?:x|xx)*y', flags: '' },
    { source: '[?&][^=]*(?:token|key)[^=]*=', flags: 'gi' },
    { source: '\\beyJ[\\w-]+\\.[\\w-]+', flags: 'g' },
    { source: '<!--.*?-->', flags: 'gs' },
  ])('is noticed where it does not: /$source/', ({ source, flags }) => {
    expect(hangsOn({ file: '', source, flags }, 200)).not.toBeNull();
  });
});
