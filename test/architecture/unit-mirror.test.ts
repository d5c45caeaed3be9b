import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hasFunctions, importsOf } from './parsed-source.js';
import { typeScriptBelow } from './source-files.js';
import { withoutMirror } from './without-mirror.js';

const units = typeScriptBelow('test/unit');
const unitTests = units.filter((it) => /\.test\.tsx?$/.test(it));
const mirrored = ['src/domain', 'src/application', 'src/http'].flatMap(typeScriptBelow);

/** What has to do with servers, processes, folders or a database. */
const outside =
  /^node:(net|https?|http2|tls|dgram|dns|child_process|cluster|worker_threads|fs)(\/|$)|^test\/support\/(database|stores|start-database|gateway-process|stored\/open-proxy)\.ts$/;

/** These prove what is read from a folder, or hand a request about as an object: none of them opens a socket. */
const allowed = [
  'test/support/http-exchange.ts imports node:http',
  'test/support/http-exchange.ts imports node:net',
  'test/unit/cli/rows-text.ts imports node:fs',
  'test/unit/config/load-config.test.ts imports node:fs',
  'test/unit/http/core/server/connection-ledger.test.ts imports node:http',
  'test/unit/http/core/server/connection-ledger.test.ts imports node:net',
  'test/unit/http/core/server/message-classes.test.ts imports node:http',
  'test/unit/http/core/server/message-classes.test.ts imports node:net',
  'test/unit/http/middleware/after-body.test.ts imports node:http',
];

describe('test/unit', () => {
  test('has a mirror of every file of the domain, the use cases and HTTP, but of those that are listed', () => {
    const missing = mirrored.filter((file) => hasFunctions(file) && !hasMirror(file));
    expect({
      lacksOne: missing.filter((it) => !withoutMirror.includes(it)),
      isListedAndHasOneOrIsGone: withoutMirror.filter((it) => !missing.includes(it)),
    }).toEqual({ lacksOne: [], isListedAndHasOneOrIsGone: [] });
  });

  test('reads and writes nothing outside its process', () => {
    const reached = new Set(units);
    for (const file of reached) {
      for (const it of importsOf(file)) if (it.startsWith('test/')) reached.add(it);
    }
    const found = [...reached].flatMap((file) =>
      importsOf(file)
        .filter((it) => outside.test(it))
        .map((it) => `${file} imports ${it}`),
    );
    expect(found.toSorted()).toEqual(allowed);
  });
});

/** `src/a/b.ts` is tested by `test/unit/a/b.test.ts`, or by what lies in `test/unit/a/b/` where it holds several things. */
function hasMirror(file: string): boolean {
  const mirror = `test/unit/${file.slice('src/'.length).replace(/\.tsx?$/, '')}`;
  const names = [`${mirror}.test.ts`, `${mirror}.test.tsx`];
  return unitTests.some((it) => names.includes(it) || path.posix.dirname(it) === mirror);
}
