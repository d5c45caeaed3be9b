/** What a query is made of: everything else is sent as `%` and two digits. */
const printable = /^[!-~]*$/;
/** Without two digits it stands for itself, as the URL standard has it. */
const loneSign = /%(?![\da-f]{2})/gi;

/**
 * The parameters of a query, or of a form, whose name or value is no text in UTF-8 (`%ff`, half of a surrogate pair as
 * `%ed%a0%80`), by name; a name that is none itself as it was sent. `URLSearchParams` would make
 * U+FFFD of them, silently: another text than was meant. Example: `a=1&b=%ff` has `b`.
 */
export function undecodableNamesIn(encoded: string): readonly string[] {
  if (!encoded.includes('%') && printable.test(encoded)) return [];
  const names = encoded.split('&').flatMap((parameter) => {
    const [sentName = ''] = parameter.split('=', 1);
    const name = decoded(sentName);
    return name === null || decoded(parameter) === null ? [name ?? sentName] : [];
  });
  return [...new Set(names)];
}

function decoded(sent: string): string | null {
  if (!printable.test(sent)) return null;
  try {
    return decodeURIComponent(sent.replace(loneSign, '%25').replaceAll('+', ' '));
  } catch {
    return null;
  }
}
