/** One field of an event's two sides, by its path. */
export type SideField = {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
};

/**
 * What stands on either side of an event, field by field in the order of the event; null: the side has no such field.
 * Example: `{a: {b: 1}}` and `{a: {b: 2}}` are one field `a.b` that differs.
 */
export function sideFields(before: unknown, after: unknown): readonly SideField[] {
  const [left, right] = [flat(before), flat(after)];
  const paths = [...new Set([...right.keys(), ...left.keys()])];
  return paths.map((path) => {
    const sides = { before: left.get(path) ?? null, after: right.get(path) ?? null };
    return { path, ...sides, differs: sides.before !== sides.after };
  });
}

/** Every plain value by its path, as text. */
export function flat(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (value === undefined || (value === null && path === '')) return new Map();
  const isOpen = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isOpen) return new Map([[path, textOf(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, it]) => [
      ...flat(it, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
