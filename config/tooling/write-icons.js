import { writeFileSync } from 'node:fs';
import * as prettier from 'prettier';

// node config/tooling/write-icons.js: writes the shapes of the icons that pages use into one module, from lucide (ISC).
const names = [
  'arrow-down',
  'arrow-left',
  'arrow-left-right',
  'arrow-up',
  'check',
  'chevron-right',
  'circle-alert',
  'circle-x',
  'clock',
  'external-link',
  'grip-vertical',
  'info',
  'printer',
  'refresh-cw',
];
const shapes = {};
for (const name of names) {
  const { default: nodes } = await import(`lucide/dist/esm/icons/${name}.mjs`).catch(
    () => import(new URL(`../../node_modules/lucide/dist/esm/icons/${name}.mjs`, import.meta.url)),
  );
  shapes[name] = nodes;
}
const text = `/** Shapes from lucide 1 (ISC), 24 × 24, written by config/tooling/write-icons.js. */
export const iconShapes = ${JSON.stringify(shapes)} as const;

export type IconName = keyof typeof iconShapes;
`;
const file = 'src/pages/kit/icon-shapes.ts';
const options = await prettier.resolveConfig(file);
writeFileSync(file, await prettier.format(text, { ...options, filepath: file }));
