/** Where a link leads: the address that is handed to a customer, once (docs/spec/pages.md §5). */
export function enterAddress(baseUrl: string, secret: string): string {
  return `${baseUrl}/portal/enter/${secret}`;
}
