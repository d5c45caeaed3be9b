import type { FailureDocumentation } from './dialect-documentation.js';
import type { Answer, AnswerHeader } from './operation.js';

/** What answers carry by these codes, whatever the dialect, beside the request's id. */
const headersByCode: Readonly<Partial<Record<string, readonly AnswerHeader[]>>> = {
  unauthorized: ['WWW-Authenticate'],
  insufficient_scope: ['WWW-Authenticate'],
  idempotency_key_in_use: ['Retry-After'],
  too_many_requests: ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
  too_many_idempotency_keys: ['Retry-After'],
  service_unavailable: ['Retry-After'],
};

/** One answer a status, which says what each of its codes means. */
export function problemAnswers(
  codes: readonly string[],
  failures: FailureDocumentation,
): readonly Answer[] {
  const meant = codes.map((code) => ({ code, status: statusOf(code, failures) }));
  const statuses = [...new Set(meant.map((it) => it.status))].toSorted((a, b) => a - b);
  return statuses.map((status) => {
    const own = meant.filter((it) => it.status === status).map((it) => it.code);
    const [only = '', ...others] = own;
    return {
      status,
      description: own.map((it) => toLine(it, failures)).join('\n'),
      schema: failures.schema,
      mediaType: failures.mediaType,
      headers: ['X-Request-Id', ...new Set(own.flatMap((it) => headersByCode[it] ?? []))],
      ...(others.length === 0 ? { sharedAs: failures.prefix + only } : {}),
    };
  });
}

function statusOf(code: string, { codes }: FailureDocumentation): number {
  const meaning = codes[code];
  if (meaning === undefined) throw new TypeError(`nothing says what ${code} means`);
  return meaning.status;
}

/** Of a refusal by the rules, its meaning is the rule that has to hold. */
function toLine(code: string, { codes, isRule }: FailureDocumentation): string {
  const { meaning = '', remedy = '' } = codes[code] ?? {};
  const says = isRule(code) ? `broken is the rule that ${meaning}` : meaning;
  return `- \`${code}\`: ${says}. What to do: ${remedy}.`;
}
