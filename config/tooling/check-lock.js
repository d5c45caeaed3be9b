import { readFileSync } from 'node:fs';

// node config/tooling/check-lock.js [file]: refuses a package-lock.json with a package whose archive npm could not check,
// and says how to ask the registry for what is missing.
// What lies in this repository has no archive: the root, the workspaces, and the links to them.
const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));
const fetched = Object.entries(packages).filter(
  ([place, entry]) => place.includes('node_modules/') && entry.link !== true,
);
const unchecked = fetched.filter(([, { integrity }]) => !/^sha512-./.test(integrity ?? ''));
for (const [place, { version }] of unchecked) {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  process.stdout.write(
    `package-lock.json: no integrity of ${place}: npm view ${name}@${version} dist.integrity\n`,
  );
}
process.exitCode = fetched.length === 0 || unchecked.length > 0 ? 1 : 0;
