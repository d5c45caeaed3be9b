import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

type Entry = { readonly version?: string; readonly integrity?: string; readonly link?: boolean };

const check = (file: string) => {
  const script = ['config/tooling/check-lock.js', file];
  const { status, stdout } = spawnSync(process.execPath, script, { encoding: 'utf8' });
  return { status, stdout };
};

describe('The lock', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const lockOf = (packages: Record<string, Entry>): string => {
    const file = path.join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));
    return file;
  };

  test('says of every package what its archive must be', () => {
    expect(check('package-lock.json')).toEqual({ status: 0, stdout: '' });
  });

  test('may hold what lies in this repository without', () => {
    const file = lockOf({
      '': { version: '1.0.0' },
      'packages/ours': { version: '1.0.0' },
      'node_modules/ours': { link: true },
      'node_modules/theirs': { version: '1.0.0', integrity: 'sha512-abc' },
    });
    expect(check(file)).toEqual({ status: 0, stdout: '' });
  });

  test('is refused, and the package that has no integrity is named', () => {
    const file = lockOf({
      'node_modules/theirs': { version: '1.0.0' },
      'packages/ours/node_modules/@some/body': { version: '2.0.0', integrity: '' },
      'node_modules/good': { version: '1.0.0', integrity: 'sha512-abc' },
    });
    expect(check(file)).toEqual({
      status: 1,
      stdout:
        'package-lock.json: no integrity of node_modules/theirs: npm view theirs@1.0.0 dist.integrity\n' +
        'package-lock.json: no integrity of packages/ours/node_modules/@some/body: npm view @some/body@2.0.0 dist.integrity\n',
    });
  });

  test('without a package is no lock', () => {
    expect(check(lockOf({})).status).toBe(1);
  });
});
