import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A folder of TypeScript, and the folder that the build writes its JavaScript to. */
export type Build = { readonly source: string; readonly built: string };

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
export function faultsOfBuild({ source, built }: Build): readonly string[] {
  const sources = namesBelow(source, '.ts');
  const outputs = namesBelow(built, '.js');
  const isOld = (name: string): boolean =>
    mtimeOf(source, `${name}.ts`) > mtimeOf(built, `${name}.js`);
  const fileOf = (name: string): string => path.join(source, `${name}.ts`);
  return [
    ...sources.filter((it) => !outputs.includes(it)).map((it) => `${fileOf(it)} is not built`),
    ...sources
      .filter((it) => outputs.includes(it) && isOld(it))
      .map((it) => `${fileOf(it)} was changed since`),
    ...outputs.filter((it) => !sources.includes(it)).map((it) => `${fileOf(it)} is gone`),
  ];
}

function mtimeOf(folder: string, file: string): number {
  return statSync(path.join(folder, file)).mtimeMs;
}

/** Every file below a folder with this ending, by its path from there and without it; none where there is no such folder. */
function namesBelow(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith(ending))
    .map((it) => it.slice(0, -ending.length));
}
