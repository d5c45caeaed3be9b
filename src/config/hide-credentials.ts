// A scheme, and all that follows without a space: taken in one piece, so that no part of it is looked at twice.
const address = /\b([a-z][a-z\d+.-]{0,30}:\/\/)(\S*)/gi;
// A name ends at the next `?` too: `?key?key?…` has no name longer than that.
const secretParameter = /([?&](?=[^=&?\s]*(?:password|secret|token|key))[^=&?\s]*=)[^&\s]*/gi;

/**
 * The text with whatever an address in it lets in by: `mongodb://user:pass@host/x` becomes `mongodb://***@host/x`,
 * and a parameter such as `tlsCertificateKeyFilePassword=…` loses its value. An unescaped `@` in a password hides too.
 * Costs as much as the text is long: a stranger's words may stand in it.
 */
export function hideCredentials(text: string): string {
  return text
    .replace(address, (whole, scheme: string, rest: string) => {
      const end = rest.lastIndexOf('@');
      return end === -1 ? whole : `${scheme}***${rest.slice(end)}`;
    })
    .replace(secretParameter, '$1***');
}
