/** Which folder imports which: from → to. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Folders that import each other in a circle, however long: all folders of a circle together, by name. Example: with
 * a → b, b → c, c → a and c → d there is one circle, of a, b and c.
 */
export function circlesOf(imports: Imports): readonly (readonly string[])[] {
  const reached = new Map([...imports.keys()].map((it) => [it, reachedFrom(it, imports)]));
  const circles = new Map<string, readonly string[]>();
  for (const [folder, itsReach] of reached) {
    const circle = [...itsReach].filter((it) => reached.get(it)?.has(folder)).toSorted();
    if (circle.length > 0) circles.set(circle.join(), circle);
  }
  return [...circles.values()].toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

function reachedFrom(start: string, imports: Imports): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...(imports.get(start) ?? [])];
  for (let folder = next.pop(); folder !== undefined; folder = next.pop()) {
    if (reached.has(folder)) continue;
    reached.add(folder);
    next.push(...(imports.get(folder) ?? []));
  }
  return reached;
}
