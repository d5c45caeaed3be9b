import { existsSync } from 'node:fs';
import path from 'node:path';
import { textOf } from './source-files.js';

/** A page that a text names, `docs/spec/payway-api.md`, and the section of it, or null where it names the whole page. */
export type Citation = { readonly page: string; readonly section: number | null };

const cited = /(?<![\w./${}-])([\w.-]+(?:\/[\w.-]+)*\.md)(?!\w)((?:`?,? (?:and )?§\d+)*)/g;

/** What a text cites: `docs/spec/x.md §1, §2 and §5` is three citations. A comment may break its line anywhere. */
export function citationsIn(text: string): readonly Citation[] {
  const oneLine = text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/|#)?\s*/g, ' ');
  return [...oneLine.matchAll(cited)].flatMap(([, page = '', rest = '']): Citation[] => {
    const sections = [...rest.matchAll(/§(\d+)/g)].map(([, number]) => Number(number));
    if (sections.length === 0) return [{ page, section: null }];
    return sections.map((section) => ({ page, section }));
  });
}

/** Why a citation leads nowhere, or null. A page is named from the root, or from where it is cited. */
export function unresolved({ page, section }: Citation, file: string): string | null {
  const beside = path.posix.join(path.posix.dirname(file), page);
  const found = [page, beside].find((it) => existsSync(it));
  if (found === undefined) return `${page} is not there`;
  if (section === null) return null;
  const heading = new RegExp(`^#{2,4} ${String(section)}\\. `, 'm');
  return heading.test(textOf(found)) ? null : `${page} has no section ${String(section)}`;
}
