/** A server that somebody else wrote, to hold the same contracts against; null where none is named. */
export function independentServer(): string | null {
  const uri = process.env.INDEPENDENT_MONGODB_URI;
  return uri === undefined || uri === '' ? null : uri;
}
