/**
 * Content of a file in which each price that names no currency is in this one, the organisation's
 * (docs/spec/operations.md §4). Written into the content itself, wherever a period or a snapshot of one has its place;
 * anything else is left for the schema to judge.
 */
export function withDefaultCurrency(content: unknown, currency: unknown): unknown {
  if (typeof currency !== 'string') return content;
  for (const row of rowsOf(content)) {
    const priced = [
      ...listOf(row, 'periods'),
      memberOf(row, 'period_snapshot'),
      memberOf(memberOf(row, 'pending_change'), 'period_snapshot'),
    ];
    for (const it of priced.filter(isObject)) {
      if ((memberOf(it, 'currency') ?? null) === null) Reflect.set(it, 'currency', currency);
    }
  }
  return content;
}

/** The packages and user products of a document; a line is a row by itself. */
function rowsOf(content: unknown): readonly unknown[] {
  return [...listOf(content, 'packages'), ...listOf(content, 'user_products'), content];
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}

function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
