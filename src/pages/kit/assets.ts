import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';

/** Addresses of what a page loads besides itself. */
export type Assets = {
  readonly folder: string;
  /** The address of a bundle by its plain name. Throws for one that was not built. */
  readonly addressOf: (name: string) => string;
};

const root = '/assets/pages';
const yearMs = 31_536_000_000;

/** What the build has left in that folder (`npm run build`). */
export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  const present = new Set(readdirSync(folder));
  return {
    folder,
    addressOf: (name) => {
      const file = manifest[name];
      if (file === undefined || !present.has(file)) throw new Error(`${name} was not built`);
      return `${root}/${file}`;
    },
  };
}

/** Serves the bundles: their names change with what they hold, so nobody asks twice. */
export function makeAssetsRouter({ folder }: Assets): Router {
  const router = express.Router({ caseSensitive: true });
  const files = express.static(folder, {
    index: false,
    redirect: false,
    immutable: true,
    maxAge: yearMs,
    setHeaders: (res) => {
      res.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  router.use(root, (req, res, next) => {
    if (/^\/[a-z]+-[\da-f]{16}\.(js|css|svg)$/.test(req.path)) files(req, res, next);
    else next();
  });
  return router;
}
