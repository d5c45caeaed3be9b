import { describe, expect, test } from '@jest/globals';
import { citationsIn, unresolved } from './citations.js';
import { filesBelow, textOf } from './source-files.js';

const kinds = /\.(ts|tsx|mts|js|mjs|cjs|md|yml)$|(^|\/)Dockerfile$/;
const ownTexts = 'test/architecture/citations';
const files = filesBelow('.').filter((it) => kinds.test(it) && !it.startsWith(ownTexts));
const citations = files.flatMap((file) =>
  citationsIn(textOf(file)).map((citation) => ({ file, citation })),
);

describe('a citation', () => {
  test('leads to a page of this repository, and to a section of it', () => {
    const lost = citations.flatMap(({ file, citation }) => {
      const why = unresolved(citation, file);
      return why === null ? [] : [`${file}: ${why}`];
    });
    expect(lost).toEqual([]);
  });

  test('of a section stands in more than 250 places of code, tests and documents', () => {
    const ofSections = citations.filter(({ citation }) => citation.section !== null);
    expect(ofSections.length).toBeGreaterThan(250);
  });
});

describe('what looks for citations', () => {
  const sectionsOf = (text: string) =>
    citationsIn(text).map(({ page, section }) => [page, section]);

  test.each([
    ['one', '/** Paid once (docs/spec/payway-api.md §3). */', [['docs/spec/payway-api.md', 3]]],
    [
      'several of one page',
      'docs/architecture.md §3, §4 and §7',
      [3, 4, 7].map((it) => ['docs/architecture.md', it]),
    ],
    [
      'several pages',
      'docs/spec/payway-api.md §1; docs/architecture.md §5',
      [
        ['docs/spec/payway-api.md', 1],
        ['docs/architecture.md', 5],
      ],
    ],
    ['one over two lines', ' * (docs/architecture.md\n * §7)', [['docs/architecture.md', 7]]],
    ['one that is quoted', '`docs/spec/operations.md §2`', [['docs/spec/operations.md', 2]]],
    ['a whole page', '// docs/errors.md says which', [['docs/errors.md', null]]],
    [
      'none of another document',
      'docs/architecture.md §2, RFC 6750 §3',
      [['docs/architecture.md', 2]],
    ],
    ['none in a path that is put together', 'textOf(`src/${name}/README.md`)', []],
  ])('finds %s', (_, text, found) => {
    expect(sectionsOf(text)).toEqual(found);
  });

  test.each([
    ['docs/spec/nowhere.md', 1, 'docs/spec/nowhere.md is not there'],
    ['design.md', 3, 'design.md is not there'],
    ['docs/spec/payway-api.md', 99, 'docs/spec/payway-api.md has no section 99'],
    ['docs/spec/payway-api.md', 3, null],
    ['README.md', null, null],
  ])('says of %s §%s what is wrong with it', (page, section, why) => {
    expect(unresolved({ page, section }, 'src/main.ts')).toBe(why);
  });
});
