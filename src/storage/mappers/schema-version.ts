/**
 * A reader of version n reads n − 1 too (docs/architecture.md §3): what that lacked is read as null. Anything else was
 * written by code that this process does not know, and guessing would lose what it meant.
 */
export function assertReadable(document: { schema_version: number }, current: number): void {
  const { schema_version: version } = document;
  if (version === current || version === current - 1) return;
  throw new Error(
    `a document of schema version ${String(version)} cannot be read by version ${String(current)}`,
  );
}
