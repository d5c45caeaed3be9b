import { createRequire } from 'node:module';
import { Router, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { makeQueryRules } from '../core/checks/field-rules.js';
import { makeOtherMethods } from '../core/checks/other-methods.js';
import type { FieldRule } from '../core/field-rule.js';
import { addressReached } from './address-reached.js';
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

/** Of which version an asset is asked for; any is answered with the one that is there. */
const assetsVersionField = {
  name: 'v',
  required: false,
  type: 'string',
  maxLength: 50,
  pattern: /^[\w.+-]+$/,
  printedPattern: '/^[\\w.+-]+$/',
} as const;

type DocsParts = Omit<ApiDocumentParts, 'publicBaseUrl'> & {
  /** Null: the address that a request reached. */
  readonly publicBaseUrl: string | null;
};

/** `GET /openapi.json`, and `GET /docs` to read it; without a token, for it says nothing that is not in our papers. */
export function makeDocsRouter(parts: DocsParts): Router {
  const router = Router({ caseSensitive: true });
  const { document: documentPath, page, start, assets: assetsPath } = pagePaths;
  const serve = (path: string, query: readonly FieldRule[], ...handlers: RequestHandler[]) => {
    router
      .route(path)
      .get(makeQueryRules(query), ...handlers)
      .all(makeOtherMethods('GET, HEAD'));
  };
  serve(documentPath, [], makeDocument(parts));
  serve(page, [], pagePolicy, makeText('text/html', docsPage(assetsVersion)));
  serve(start, [], makeText('text/javascript', startScript));
  for (const name of assets) serve(`${assetsPath}/${name}`, [assetsVersionField], makeAsset(name));
  return router;
}

/** Made once for each address that it is asked at: with a fixed one, once. */
function makeDocument(parts: DocsParts): RequestHandler {
  const texts = new Map<string, RequestHandler>();
  const textFor = (publicBaseUrl: string): RequestHandler => {
    const made = JSON.stringify(makeApiDocument({ ...parts, publicBaseUrl }));
    const text = makeText('application/json', made);
    texts.set(publicBaseUrl, text);
    return text;
  };
  if (parts.publicBaseUrl !== null) return textFor(parts.publicBaseUrl);
  return (req, res, next) => {
    const address = addressReached(req.socket);
    const text = texts.get(address) ?? textFor(address);
    void text(req, res, next);
  };
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
