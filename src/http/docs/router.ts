import { createRequire } from 'node:module';
import { Router, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { makeOtherMethods } from '../core/checks/other-methods.js';
import { makeApiDocument, type ApiDocumentParts } from './api-document.js';
import { assets, docsPage, pagePaths, startScript } from './page.js';

const require = createRequire(import.meta.url);
const { version: assetsVersion } = require('swagger-ui-dist/package.json') as { version: string };
const folderOfAssets = require('swagger-ui-dist/absolute-path.js') as () => string;

/**
 * Helmet's own policy without foreign styles and fonts, which nothing here needs, and without raising the page's parts
 * to https: behind plain http they would not come.
 */
const pagePolicy = helmet.contentSecurityPolicy({
  directives: {
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: null,
  },
});

/** `GET /openapi.json`, and `GET /docs` to read it; without a token, for it says nothing that is not in our papers. */
export function makeDocsRouter(parts: ApiDocumentParts): Router {
  const router = Router({ caseSensitive: true });
  const document = JSON.stringify(makeApiDocument(parts));
  const { document: documentPath, page, start, assets: assetsPath } = pagePaths;
  const serve = (path: string, ...handlers: RequestHandler[]) => {
    router
      .route(path)
      .get(...handlers)
      .all(makeOtherMethods('GET, HEAD'));
  };
  serve(documentPath, makeText('application/json', document));
  serve(page, pagePolicy, makeText('text/html', docsPage(assetsVersion)));
  serve(start, makeText('text/javascript', startScript));
  for (const name of assets) serve(`${assetsPath}/${name}`, makeAsset(name));
  return router;
}

/** Text that is made once, and asked for anew each time: the next version may say something else. */
function makeText(mediaType: string, text: string): RequestHandler {
  const bytes = Buffer.from(text);
  return (_req, res) => {
    res.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
    res.setHeader('Content-Length', bytes.length);
    res.setHeader('Cache-Control', 'no-cache');
    res.end(bytes);
  };
}

function makeAsset(name: string): RequestHandler {
  const options = { root: folderOfAssets(), maxAge: '1y', immutable: true };
  return (_req, res: Response, next) => {
    res.sendFile(name, options, (error?: Error) => {
      if (error !== undefined && !res.headersSent) next(error);
    });
  };
}
