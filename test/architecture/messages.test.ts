import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from '@jest/globals';
import { statusOfFailure } from '../../src/pages/kit/page-route.js';
import { catalogues, makeSay, type MessageKey } from '../../src/pages/kit/words.js';
import { textOf, typeScriptBelow } from './source-files.js';

const { en, ...others } = catalogues;
const keys = Object.keys(en) as MessageKey[];
const sources = typeScriptBelow('src/pages').map(textOf);

/** The arguments of an ICU pattern, wherever in it they stand: `{count, plural, one {# of {all}}}` has `all` and `count`. */
function argumentsOf(pattern: string): readonly string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const it of elements) {
      if (it.type !== TYPE.literal && it.type !== TYPE.pound)
        found.add(`${it.value} ${String(it.type)}`);
      if (it.type === TYPE.plural || it.type === TYPE.select) {
        for (const { value } of Object.values(it.options)) visit(value);
      }
    }
  };
  visit(parse(pattern, { ignoreTag: true }));
  return [...found].toSorted();
}

/** What the sources name: whole keys, and those that begin with what they put together, such as `state.${…}`. */
const literals = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/['"`]([a-z][\w.]+)['"`]/gi)].map(([, it]) => it ?? ''),
  ),
);
const beginnings = new Set(
  sources
    .flatMap((text) => [...text.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{([^}]*)\}((?:\.\w+)?)`/gi)])
    .map(([, start = '', , end = '']) => `${start}*${end}`),
);
const isPutTogether = (key: string): boolean =>
  [...beginnings].some((it) => {
    const [start = '', end = ''] = it.split('*');
    return key.startsWith(start) && key.endsWith(end) && key.length > start.length + end.length;
  });

/** Operators read English or Swedish (docs/spec/pages.md §2). */
const isSaidIn = (language: string, key: string): boolean =>
  language !== 'de' || !key.startsWith('console.');

describe('The messages of pages', () => {
  test.each(Object.entries(others))('have the keys of English in %s', (language, catalogue) => {
    const wanted = keys.filter((key) => isSaidIn(language, key));
    expect(Object.keys(catalogue).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(Object.entries(others))(
    'have the arguments of English in %s',
    (language, catalogue) => {
      const wanted = keys.filter((key) => isSaidIn(language, key));
      const told = (of: Readonly<Partial<Record<MessageKey, string>>>) =>
        Object.fromEntries(wanted.map((key) => [key, argumentsOf(of[key] ?? '')]));
      expect(told(catalogue)).toEqual(told(en));
    },
  );

  test('are all said by some page', () => {
    const unused = keys.filter((key) => !literals.has(key) && !isPutTogether(key));
    expect(unused).toEqual([]);
  });

  test('are there for all that pages put together', () => {
    const empty = [...beginnings].filter((it) => {
      const [start = '', end = ''] = it.split('*');
      return !keys.some((key) => key.startsWith(start) && key.endsWith(end));
    });
    expect(empty).toEqual([]);
  });

  test.each(Object.keys(statusOfFailure))(
    'say in every language why there is no page: %s',
    (failure) => {
      for (const language of ['en', 'sv', 'de'] as const) {
        const say = makeSay(language);
        for (const part of ['title', 'text']) {
          expect(say(`failure.${failure}.${part}` as MessageKey).length).toBeGreaterThan(3);
        }
      }
    },
  );

  test('are looked at by their arguments, in a plural too', () => {
    expect(argumentsOf('{count, plural, one {# of {all}} other {many}} <b>{x}</b>')).toEqual([
      'all 1',
      'count 6',
      'x 1',
    ]);
  });
});
