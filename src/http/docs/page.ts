/** Where the page's own parts are: nothing of it comes from another host. */
export const pagePaths = {
  page: '/docs',
  start: '/docs/start.js',
  assets: '/docs/assets',
  document: '/openapi.json',
} as const;

/** Of Swagger UI, what the page needs. */
export const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

/** The readable form of the document. Its assets are kept for long, so their address names their version. */
export function docsPage(assetsVersion: string): string {
  const asset = (name: (typeof assets)[number]) =>
    `${pagePaths.assets}/${name}?v=${encodeURIComponent(assetsVersion)}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Change Product Gateway</title>
    <link rel="icon" type="image/png" href="${asset('favicon-32x32.png')}">
    <link rel="stylesheet" href="${asset('swagger-ui.css')}">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${asset('swagger-ui-bundle.js')}"></script>
    <script src="${pagePaths.start}"></script>
  </body>
</html>
`;
}

/** A file of its own, because the page runs no script that stands in it. Without a validator it asks no other host. */
export const startScript = `SwaggerUIBundle(${JSON.stringify({
  url: pagePaths.document,
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
})});
`;
