import { paywayRequirements } from '../../domain/change/payway/payway-requirements.js';
import type { OAuthError } from '../authorization/oauth-problems.js';
import { errorCodes, sharedCodes, type ErrorCode } from '../payway/problems/error-codes.js';
import { changeRefusalCodes } from '../payway/problems/change-refusals.js';
import { writeRefusalCodes } from '../payway/problems/write-refusals.js';

type Row = readonly string[];

const oauthErrors: Readonly<Record<OAuthError, readonly [status: number, meaning: string]>> = {
  invalid_request: [
    400,
    'a parameter is missing or given twice, the body is no form in UTF-8, or there is a query',
  ],
  invalid_scope: [400, 'no scope, or one that the client does not hold'],
  unsupported_grant_type: [400, 'neither `none` nor `client_credentials`'],
  invalid_client: [401, 'the client is unknown or disabled, or its secret is wrong'],
};

const forExplicit = new Set<string>(
  paywayRequirements.filter((it) => it.forExplicit).map((it) => it.code),
);

const beginning = `# Errors

Every failure is JSON with \`code\` and \`message\`; \`field\` names the parameter at fault, \`errors\` lists all faults where there
is more than one. Nothing is written when a request is refused. The token endpoint answers as OAuth 2.0 does:
\`{"error", "error_description"}\`.

This page is made from the table that the code itself refuses by: \`npm run docs:errors\`.`;

const changesBeginning = `## A change refused by the rules: 409

All that fail are found: the answer carries the first, \`errors\` all of them. Those marked ● apply to an explicit change
(\`default_behaviour: false\`) as well.`;

const writesBeginning = `## Another write refused by the rules: 409`;

/** The text of docs/errors.md: every code that an answer may carry, what it means, and what to do about it. */
export function makeErrorsPage(): string {
  return `${[
    beginning,
    tableOf(['status', 'code', 'meaning', 'what to do'], codesOf(sharedCodes).map(sharedRow)),
    changesBeginning,
    tableOf(['code', '', 'the rule', 'what to do'], codesOf(changeRefusalCodes).map(changeRow)),
    writesBeginning,
    tableOf(['code', 'the rule', 'what to do'], codesOf(writeRefusalCodes).map(writeRow)),
    '## The token endpoint',
    tableOf(['status', 'error', 'meaning'], oauthRows()),
  ].join('\n\n')}\n`;
}

function codesOf<Code extends ErrorCode>(table: Readonly<Record<Code, unknown>>): readonly Code[] {
  return Object.keys(table) as Code[];
}

function sharedRow(code: ErrorCode): Row {
  const { status, meaning, remedy } = errorCodes[code];
  return [String(status), `\`${code}\``, meaning, remedy];
}

function changeRow(code: ErrorCode): Row {
  const { meaning, remedy } = errorCodes[code];
  return [`\`${code}\``, forExplicit.has(code) ? '●' : '', meaning, remedy];
}

function writeRow(code: ErrorCode): Row {
  const { meaning, remedy } = errorCodes[code];
  return [`\`${code}\``, meaning, remedy];
}

function oauthRows(): readonly Row[] {
  return Object.entries(oauthErrors).map(([error, [status, meaning]]) => [
    String(status),
    `\`${error}\``,
    meaning,
  ]);
}

/** Columns as wide as their widest cell, as Prettier wants them. */
function tableOf(head: Row, rows: readonly Row[]): string {
  const widthAt = (column: number) =>
    Math.max(3, ...[head, ...rows].map((it) => it[column]?.length ?? 0));
  const widths = head.map((_, column) => widthAt(column));
  const line = (cells: Row) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...rows].map(line).join('\n');
}
