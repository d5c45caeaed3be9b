import { paywayRequirements } from '../../../domain/change/payway/payway-requirements.js';
import type { ErrorsChapter, ErrorsRow } from '../../docs/errors-chapter.js';
import { changeRefusalCodes } from './change-refusals.js';
import { errorCodes, sharedCodes, type ErrorCode } from './error-codes.js';
import { writeRefusalCodes } from './write-refusals.js';

const forExplicit = new Set<string>(
  paywayRequirements.filter((it) => it.forExplicit).map((it) => it.code),
);

/** What docs/errors.md says of the Payway API. */
export const paywayErrors: ErrorsChapter = {
  heading: 'The Payway API: addresses under `/external`',
  text: `Every failure is JSON with \`code\` and \`message\`; \`field\` names the parameter at fault, \`errors\` lists all faults where there
is more than one.`,
  sections: [
    {
      heading: null,
      text: '',
      head: ['status', 'code', 'meaning', 'what to do'],
      rows: codesIn(sharedCodes).map(sharedRow),
    },
    {
      heading: 'A change refused by the rules: 409',
      text: `All that fail are found: the answer carries the first, \`errors\` all of them. Those marked ● apply to an explicit change
(\`default_behaviour: false\`) as well.`,
      head: ['code', '', 'the rule', 'what to do'],
      rows: codesIn(changeRefusalCodes).map(changeRow),
    },
    {
      heading: 'Another write refused by the rules: 409',
      text: '',
      head: ['code', 'the rule', 'what to do'],
      rows: codesIn(writeRefusalCodes).map(writeRow),
    },
  ],
};

function codesIn<Code extends ErrorCode>(table: Readonly<Record<Code, unknown>>): readonly Code[] {
  return Object.keys(table) as Code[];
}

function sharedRow(code: ErrorCode): ErrorsRow {
  const { status, meaning, remedy } = errorCodes[code];
  return [String(status), `\`${code}\``, meaning, remedy];
}

function changeRow(code: ErrorCode): ErrorsRow {
  const { meaning, remedy } = errorCodes[code];
  return [`\`${code}\``, forExplicit.has(code) ? '●' : '', meaning, remedy];
}

function writeRow(code: ErrorCode): ErrorsRow {
  const { meaning, remedy } = errorCodes[code];
  return [`\`${code}\``, meaning, remedy];
}
