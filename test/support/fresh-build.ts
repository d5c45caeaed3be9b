import {
  ownBuild,
  refuseOldBuilds,
} from '../../packages/embedded-mongo/test/support/fresh-build.js';

/** What `npm run build` builds. */
const bundled = { folder: 'pages/browser', last: 'manifest.json' };
const builds = { gateway: { source: 'src', built: 'dist', bundled }, embeddedMongo: ownBuild };
const checked = new Set<string>();

/**
 * Throws where the build is older than its source, once in a test file: for whoever starts `dist/main.js`, imports `dist`,
 * or needs the embedded database alone.
 */
export function refuseOldBuild(of: 'all' | keyof typeof builds = 'all'): void {
  if (checked.has(of)) return;
  refuseOldBuilds(of === 'all' ? Object.values(builds) : [builds[of]]);
  checked.add(of);
}
