/** Whether a host is this machine: `localhost`, `127.0.0.1` and its like, `::1` with or without brackets. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|\[?::1\]?|127(?:\.\d{1,3}){3})$/.test(host);
}
