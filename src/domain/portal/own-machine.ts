const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the host of an address is this machine itself, as a browser writes it. Example: `[::1]`, not `::1`. */
export function isOwnMachine(hostname: string): boolean {
  return names.has(hostname);
}
