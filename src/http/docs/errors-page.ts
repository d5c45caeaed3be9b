import type { OAuthError } from '../authorization/oauth-problems.js';
import { paywayErrors } from '../payway/problems/errors-chapter.js';
import { productGroupsErrors } from '../product-groups/problems/errors-listed.js';
import type { ErrorsChapter, ErrorsRow, ErrorsSection } from './errors-chapter.js';

const oauthErrors: Readonly<Record<OAuthError, readonly [status: number, meaning: string]>> = {
  invalid_request: [
    400,
    'a parameter is missing or given twice, the body is no form in UTF-8, or there is a query',
  ],
  invalid_scope: [400, 'no scope, or one that the client does not hold'],
  unsupported_grant_type: [400, 'neither `none` nor `client_credentials`'],
  invalid_client: [401, 'the client is unknown or disabled, or its secret is wrong'],
};

const beginning = `# Errors

Nothing is written when a request is refused. This page is made from the tables that the code itself refuses by:
\`npm run docs:errors\`.`;

const tokenEndpoint: ErrorsChapter = {
  heading: 'The token endpoint',
  text: 'It answers as OAuth 2.0 does: `{"error", "error_description"}`.',
  sections: [{ heading: null, text: '', head: ['status', 'error', 'meaning'], rows: oauthRows() }],
};

/** The text of docs/errors.md: every code that an answer may carry, what it means, and what to do about it. */
export function makeErrorsPage(): string {
  const chapters = [paywayErrors, productGroupsErrors, tokenEndpoint];
  return `${[beginning, ...chapters.map(printChapter)].join('\n\n')}\n`;
}

function printChapter({ heading, text, sections }: ErrorsChapter): string {
  return [`## ${heading}`, text, ...sections.map(printSection)].join('\n\n');
}

function printSection({ heading, text, head, rows }: ErrorsSection): string {
  const parts = [heading === null ? '' : `### ${heading}`, text, tableOf(head, rows)];
  return parts.filter((it) => it !== '').join('\n\n');
}

function oauthRows(): readonly ErrorsRow[] {
  return Object.entries(oauthErrors).map(([error, [status, meaning]]) => [
    String(status),
    `\`${error}\``,
    meaning,
  ]);
}

/** Columns as wide as their widest cell, as Prettier wants them. */
function tableOf(head: ErrorsRow, rows: readonly ErrorsRow[]): string {
  const widthAt = (column: number) =>
    Math.max(3, ...[head, ...rows].map((it) => it[column]?.length ?? 0));
  const widths = head.map((_, column) => widthAt(column));
  const line = (cells: ErrorsRow) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map(line).join('\n');
}
