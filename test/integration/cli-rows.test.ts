import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { catalogueRows, linesOf, subscribers } from '../unit/cli/rows-text.js';
import { ids } from '../unit/cli/import-file-text.js';
import { endAll, newFolder, run } from './cli-process.js';

afterAll(endAll);

const installation = () => ({ APP_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: newFolder() });
const [here, there] = [installation(), installation()];
const file = `${here.DATA_DIR}-rows.ndjson`;
const account = 'aa0000000000000000000001';

describe('an operator’s data', () => {
  test('comes in row by row, and goes out and into another installation', async () => {
    writeFileSync(file, linesOf([...catalogueRows, ...subscribers(1_100)]));
    const imported = await run(['import', file], here);
    expect([imported.code, imported.stderr]).toEqual([0, '']);
    expect(imported.stdout).toContain('user products\t1100 created\t0 kept as they are');
    const exported = await run(['export', '--organisation', ids.organisation], here);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    expect(exported.stdout.match(/\n/g)).toHaveLength(2_203);
    writeFileSync(file, exported.stdout);
    expect(await run(['import', file], there)).toMatchObject({ code: 0, stderr: '' });
    expect((await run(['export'], there)).stdout).toBe(exported.stdout);
    expect((await run(['verify'], there)).stdout).toBe(
      'all promises hold: 1 organisations, 1100 user products\n',
    );
  });

  test('of one account is not erased while it has something, nor without being told twice', async () => {
    const erase = ['account', 'erase', '--organisation', ids.organisation, '--account'];
    expect(await run([...erase, account, '--yes'], here)).toMatchObject({
      code: 1,
      stderr:
        'the account has a user product that is not over: let it end or be deactivated first\n',
    });
    const over = subscribers(1).map((it) => ({
      ...it,
      id: `${it.row === 'account' ? 'cc' : 'dd'}${'0'.repeat(22)}`,
      ...(it.row === 'account' ? {} : { account_id: `cc${'0'.repeat(22)}`, state: 'deactivated' }),
    }));
    writeFileSync(file, linesOf([...catalogueRows, ...over]));
    expect(await run(['import', file], here)).toMatchObject({ code: 0, stderr: '' });
    const ended = [...erase, `cc${'0'.repeat(22)}`];
    expect(await run(ended, here)).toMatchObject({
      code: 1,
      stdout: 'user products\t1\n',
      stderr: 'nothing was erased: say --yes to erase it for ever\n',
    });
    expect(await run([...ended, '--yes'], here)).toMatchObject({
      code: 0,
      stdout: `user products\t1\nchanges\t0\nevents\t1\naccount\tcc${'0'.repeat(22)}\terased\n`,
    });
    expect(await run([...ended, '--yes'], here)).toMatchObject({
      code: 1,
      stderr: 'there is no such account; nothing of it is left to erase\n',
    });
    expect((await run(['verify'], here)).code).toBe(0);
  });

  test('of an organisation that is not there does not go out', async () => {
    expect(await run(['export', '--organisation', 'f'.repeat(24)], here)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'there is no such organisation\n',
    });
  });
});
