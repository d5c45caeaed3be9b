/** What a reader of a page sees of it: its text, without marks, in one line. */
export function readableText(html: string): string {
  return plainText(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

const keyedForm = /<form method="post"(?:(?!<\/form>).)*name="key".*?<\/form>/s;

/** What stands unseen in the first form of a page that is sent by post and has such fields. */
export function hiddenIn(html: string): Readonly<Record<string, string>> {
  const [form = ''] = keyedForm.exec(html) ?? [];
  const inputs = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, plainText(value)]));
}

/** The values that may be chosen on a page. */
export function choicesIn(html: string): readonly string[] {
  return [...html.matchAll(/name="choice" value="([\da-f.]+)"/g)].flatMap(([, it]) => it ?? []);
}

function plainText(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
