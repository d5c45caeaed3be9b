/**
 * The address of a server that somebody else wrote (shared/tooling/mongo-java-server), to compare
 * ours with; undefined where there is none.
 */
export function independentServer(): string | undefined {
  const uri = process.env.INDEPENDENT_MONGODB_URI;
  return uri === undefined || uri === '' ? undefined : uri;
}
