import { createHash } from 'node:crypto';
import type { Welcome } from './welcome.js';

const style =
  'body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}' +
  'dt{margin-top:1rem}dd{margin:0}small{color:#555}';

/** The one style that the page's policy lets through, by its hash. */
export const welcomeStyleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** What is said to a browser: no script, and nothing that is fetched. */
export function welcomePage({ name, version, description, links }: Welcome): string {
  const places = links.map(
    (it) => `      <dt><a href="${escaped(it.href)}">${escaped(it.title)}</a></dt>
      <dd>${escaped(it.description)}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(name)}</title>
    <style>${style}</style>
  </head>
  <body>
    <h1>${escaped(name)} <small>${escaped(version)}</small></h1>
    <p>${escaped(description)}</p>
    <dl>
${places.join('\n')}
    </dl>
  </body>
</html>
`;
}
