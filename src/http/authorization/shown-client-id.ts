const longest = 64;

/** A client id that nobody has proved, as it may stand in a log: its first 64 characters, `?` for each that does not print. */
export function shownClientId(tried: string): string {
  return tried.slice(0, longest).replace(/[^ -~]/g, '?');
}
