import { describe, expect, test } from '@jest/globals';
import { makeInMemoryInstallation } from '../application/import/in-memory-installation.js';
import { ids } from './import-file-text.js';
import { catalogueRows, everyRow, linesOf, rows, subscribers, withFile } from './rows-text.js';
import { runCommand } from './run-command.js';

type Installation = ReturnType<typeof makeInMemoryInstallation>;

const importing = (
  { importOrganisations }: Installation,
  all: readonly Readonly<Record<string, unknown>>[],
  ...options: readonly string[]
) =>
  withFile(linesOf(all), (file) =>
    runCommand(['import', file, ...options], { application: { importOrganisations } }),
  );

const told = [
  `organisation\t${ids.organisation}\tcreated`,
  'client\tdemo\tcreated',
  'package\tbasic\tcreated',
  'package\toffer\tcreated',
  'accounts\t1 created\t0 kept as they are',
  'user products\t1 created\t0 kept as they are',
  '',
].join('\n');

describe('import of an NDJSON file', () => {
  test('tells what became of each row', async () => {
    const installation = makeInMemoryInstallation();
    const { code, stdout, stderr } = await importing(installation, everyRow);
    expect([code, stdout, stderr]).toEqual([0, told, '']);
    expect(installation.userProducts.size).toBe(1);
  });

  test('adds up the pages of an organisation, and tells one organisation after the other', async () => {
    const other = { ...rows.organisation, id: 'f'.repeat(24) };
    const all = [...catalogueRows, ...subscribers(1_200), other];
    const { code, stdout } = await importing(makeInMemoryInstallation(), all);
    expect([code, stdout.split('\n').slice(-6)]).toEqual([
      0,
      [
        'user products\t1200 created\t0 kept as they are',
        `organisation\t${'f'.repeat(24)}\tcreated`,
        'accounts\t0 created\t0 kept as they are',
        'user products\t0 created\t0 kept as they are',
        '',
      ].toSpliced(0, 0, 'accounts\t1200 created\t0 kept as they are'),
    ]);
  });

  test('stops at the first page with a fault, and goes on once it is repaired', async () => {
    const installation = makeInMemoryInstallation();
    const good = [...catalogueRows, ...subscribers(1_200)];
    const broken = good.toSpliced(1_100, 0, { row: 'account', id: 'no id' });
    const refused = await importing(installation, broken);
    expect(refused).toMatchObject({
      code: 1,
      stderr:
        'the file has one fault in lines 1001 to 2000; the lines before are written; repair it and import it again\n',
    });
    expect(refused.stdout).toContain('line 1101, id: must be 24 hexadecimal characters');
    expect(installation.accounts.size).toBe(997);
    const repaired = await importing(installation, good);
    expect(repaired.code).toBe(0);
    expect(repaired.stdout).toContain('accounts\t203 created\t997 kept as they are');
    const again = await importing(installation, good);
    expect(again.stdout).toContain('user products\t0 created\t1200 kept as they are');
  });

  test('a dry run goes through the whole file and writes nothing', async () => {
    const installation = makeInMemoryInstallation();
    const good = [...catalogueRows, ...subscribers(1_200)];
    const { code, stdout } = await importing(installation, good, '--dry-run');
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(-4)).toEqual([
      'accounts\t1200 created\t0 kept as they are',
      'user products\t1200 created\t0 kept as they are',
      'dry run: nothing was written',
      '',
    ]);
    expect(installation.writes).toEqual([]);
  });

  test('a dry run tells the faults of every page, by line', async () => {
    const installation = makeInMemoryInstallation();
    const good = [...catalogueRows, ...subscribers(1_200)];
    const broken = good.toSpliced(10, 0, { row: 'account', id: 'no id' }).toSpliced(2_000, 0, {
      ...subscribers(1)[1],
      id: 'c'.repeat(24),
      package_code: 'none',
    });
    const { code, stdout, stderr } = await importing(installation, broken, '--dry-run');
    expect([code, stderr]).toEqual([1, 'the file has 2 faults; nothing was written\n']);
    expect(stdout).toContain('line 11, id: must be 24 hexadecimal characters');
    expect(stdout).toContain('line 2001, package_code: no package has this code');
    expect(installation.writes).toEqual([]);
  });
});
