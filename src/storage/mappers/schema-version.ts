/**
 * A reader of version n reads n − 1 too (docs/architecture.md §3), and older ones where it is said which: what they lacked
 * is read as null. Anything else was written by code that this process does not know, and guessing would lose what it
 * meant.
 */
export function assertReadable(
  document: { schema_version: number },
  current: number,
  oldest = current - 1,
): void {
  const { schema_version: version } = document;
  if (version <= current && version >= oldest) return;
  throw new Error(
    `a document of schema version ${String(version)} cannot be read by version ${String(current)}`,
  );
}
