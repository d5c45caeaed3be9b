/** The database that mongoose takes where a connection string names none. */
const databaseName = 'test';

/** A connection string that names its database, as it is given to mongosh. */
export function addressForShell(uri: string): string {
  const [, hosts, name, options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/su.exec(uri) ?? [];
  if (hosts === undefined) return uri;
  return `${hosts}/${name === undefined || name === '' ? databaseName : name}${options}`;
}
