import type { ErrorsChapter, ErrorsRow } from '../../docs/errors-chapter.js';
import { type FailureCode, failureCodes } from './failure-codes.js';
import { itemRefusals } from './item-refusals.js';
import { otherRefusals } from './other-refusals.js';
import { sharedFailures } from './shared-failures.js';

/** What docs/errors.md says of the product groups API. */
export const productGroupsErrors: ErrorsChapter = {
  heading: 'The product groups API',
  text: `Every failure is \`application/problem+json\` with \`type\`, \`title\`, \`status\`, \`detail\` and \`code\`; a 422 lists all \`violations\`, a
409 all \`refusals\` with their facts, the first of which gives the answer its code.`,
  sections: [
    {
      heading: null,
      text: '',
      head: ['status', 'code', 'meaning', 'what to do'],
      rows: rowsOf(sharedFailures, (code) => [String(failureCodes[code].status)]),
    },
    {
      heading: 'A change of an item refused by the rules: 409',
      text: '',
      head: ['code', 'the rule', 'what to do'],
      rows: rowsOf(itemRefusals),
    },
    {
      heading: 'Other writes refused by the rules: 409',
      text: '',
      head: ['code', 'the rule', 'what to do'],
      rows: rowsOf(otherRefusals),
    },
  ],
};

function rowsOf<Code extends FailureCode>(
  table: Readonly<Record<Code, unknown>>,
  before: (code: Code) => ErrorsRow = () => [],
): readonly ErrorsRow[] {
  return (Object.keys(table) as Code[]).map((code) => {
    const { meaning, remedy } = failureCodes[code];
    return [...before(code), `\`${code}\``, meaning, remedy];
  });
}
