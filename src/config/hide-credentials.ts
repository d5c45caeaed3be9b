const userAndPassword = /\b([a-z][a-z\d+.-]{0,30}:\/\/)\S{0,1024}@/gi;
const secretParameter = /([?&][^=&\s]*(?:password|secret|token|key)[^=&\s]*=)[^&\s]*/gi;

/**
 * The text with whatever an address in it lets in by: `mongodb://user:pass@host/x` becomes `mongodb://***@host/x`,
 * and a parameter such as `tlsCertificateKeyFilePassword=…` loses its value. An unescaped `@` in a password hides too.
 */
export function hideCredentials(text: string): string {
  return text.replace(userAndPassword, '$1***@').replace(secretParameter, '$1***');
}
