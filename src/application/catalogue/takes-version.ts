/** Versions of what is written that a caller takes, `any` for `*`; null: whatever it is (docs/architecture.md §5). */
export type TakenVersions = readonly number[] | 'any' | null;

/** Whether a caller who takes these takes that one. Example: `[3, 5]` takes 3, `[]` takes none. */
export function takesVersion(taken: TakenVersions, version: number): boolean {
  return taken === null || taken === 'any' || taken.includes(version);
}
