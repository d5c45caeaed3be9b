const prefix = '/external/me/';

/** Whether that is a scope of what an identity token reaches: the own account (docs/spec/payway-api.md §4). */
export function isIdentityScope(scope: string): boolean {
  return scope.startsWith(prefix);
}
