import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

// node config/tooling/build-pages.js: bundles what runs in a browser into dist/pages/browser, each file named after what it
// holds, and writes which name stands for which in manifest.json.
const folder = 'src/pages/browser';
const target = 'dist/pages/browser';
const entries = readdirSync(folder).filter((it) => /^(portal|console)\.(ts|css)$/.test(it));
const { outputFiles } = await build({
  entryPoints: entries.map((it) => path.join(folder, it)),
  outdir: target,
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: ['es2022', 'chrome120', 'firefox121', 'safari17'],
  legalComments: 'none',
});

mkdirSync(target, { recursive: true });
const manifest = {};
const icon = { path: 'icon.svg', contents: readFileSync(path.join(folder, 'icon.svg')) };
for (const { path: file, contents } of [...outputFiles, icon]) {
  const { name, ext } = path.parse(file);
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  manifest[`${name}${ext}`] = `${name}-${hash}${ext}`;
  writeFileSync(path.join(target, `${name}-${hash}${ext}`), contents);
}
writeFileSync(path.join(target, 'manifest.json'), JSON.stringify(manifest));
