import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A folder of TypeScript, and the folder that the build writes its JavaScript to. */
export type Build = {
  readonly source: string;
  readonly built: string;
  /** A folder within both whose files become others, and the one that is written last of them. */
  readonly bundled?: { readonly folder: string; readonly last: string };
};

/** What of this package `npm run build` builds, from the root of the repository. */
export const ownBuild: Build = {
  source: 'packages/embedded-mongo/src',
  built: 'packages/embedded-mongo/dist',
};

/** Throws where one of these builds is older than its source, so that no test tells of code that was there before. */
export function refuseOldBuilds(builds: readonly Build[]): void {
  const [fault] = builds.filter(({ source }) => existsSync(source)).flatMap(faultsOfBuild);
  if (fault !== undefined) {
    throw new Error(`dist is older than src: run \`npm run build\` (${fault})`);
  }
}

/** Why a build is not of this source: files that are not built or newer than what was, and output of files that are gone. */
export function faultsOfBuild({ source, built, bundled }: Build): readonly string[] {
  const isApart = (file: string): boolean =>
    bundled !== undefined && file.startsWith(`${bundled.folder}/`);
  const sources = filesBelow(source, /\.tsx?$/).filter((it) => !isApart(it));
  const outputs = filesBelow(built, /\.js$/).filter((it) => !isApart(it));
  const outputOf = (file: string): string => file.replace(/\.tsx?$/, '.js');
  const isBuilt = (file: string): boolean => outputs.includes(outputOf(file));
  const isOld = (file: string): boolean => mtimeOf(source, file) > mtimeOf(built, outputOf(file));
  const expected = new Set(sources.map(outputOf));
  const gone = outputs.filter((it) => !expected.has(it)).map((it) => it.replace(/\.js$/, '.ts'));
  return [
    ...sources.filter((it) => !isBuilt(it)).map((it) => `${path.join(source, it)} is not built`),
    ...sources
      .filter((it) => isBuilt(it) && isOld(it))
      .map((it) => `${path.join(source, it)} was changed since`),
    ...gone.map((it) => `${path.join(source, it)} is gone`),
    ...(bundled === undefined ? [] : faultsOfBundle({ source, built }, bundled)),
  ];
}

function faultsOfBundle(
  { source, built }: Build,
  { folder, last }: NonNullable<Build['bundled']>,
): readonly string[] {
  const files = filesBelow(path.join(source, folder), /\.(?:ts|css|svg)$/);
  if (files.length === 0) return [];
  const output = path.join(built, folder, last);
  const writtenAt = existsSync(output) ? statSync(output).mtimeMs : 0;
  return files
    .filter((it) => mtimeOf(path.join(source, folder), it) > writtenAt)
    .map((it) => `${path.join(source, folder, it)} was changed since`);
}

function mtimeOf(folder: string, file: string): number {
  return statSync(path.join(folder, file)).mtimeMs;
}

/** Every file below a folder whose name matches, by its path from there; none where there is no such folder. */
function filesBelow(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) => name.test(it));
}
