import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from '../contract/payway/send.js';
import { fileDraft, ids } from '../unit/cli/import-file-text.js';
import { runHere } from './cli-here.js';
import { endAll, newFolder, run, startUntil } from './cli-process.js';

const demo = 'config/demo.json';
const env = { APP_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: newFolder() };
const file = `${env.DATA_DIR}-file.json`;
const { organisations } = JSON.parse(readFileSync(demo, 'utf8')) as {
  organisations: readonly { accounts: readonly unknown[]; user_products: readonly unknown[] }[];
};
const countedIn = (all: typeof organisations) => ({
  accounts: all.flatMap((it) => it.accounts).length,
  userProducts: all.flatMap((it) => it.user_products).length,
});
let server: Awaited<ReturnType<typeof startUntil>>;

beforeAll(async () => {
  const words = ['serve', '--no-worker'];
  server = await startUntil(/http:\/\/\S+/, words, { ...env, PORT: '0' });
});
afterAll(endAll);

const linesOf = (text: string) => text.trimEnd().split('\n');

describe('import beside a running server', () => {
  test('a dry run prints what would change and writes nothing', async () => {
    const { code, stdout } = await runHere(['import', demo, '--dry-run'], env);
    expect(code).toBe(0);
    expect(stdout).toContain('package\tadeprimo_digital\tcreated');
    expect(linesOf(stdout).at(-1)).toBe('dry run: nothing was written');
    expect((await runHere(['client', 'list'], env)).stdout).toBe('');
  });

  test('two at once bring everything once', async () => {
    const both = await Promise.all([run(['import', demo], env), run(['import', demo], env)]);
    expect(both.map((it) => [it.code, it.stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const verified = await runHere(['verify'], env);
    expect([verified.code, verified.stdout]).toEqual([
      0,
      `all promises hold: 2 organisations, ${String(countedIn(organisations).userProducts)} user products\n`,
    ]);
    expect((await runHere(['outbox', 'show'], env)).stdout).toBe('0 waiting\n');
  });

  test('a second time nothing changes, and what is there is reported as kept', async () => {
    const { code, stdout } = await runHere(['import', demo], env);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/\t(created|changed)$/m);
    const { accounts, userProducts } = countedIn(organisations.slice(0, 1));
    expect(stdout).toContain(`accounts\t0 created\t${String(accounts)} kept as they are`);
    expect(stdout).toContain(`user products\t0 created\t${String(userProducts)} kept as they are`);
  });

  test('a file with faults lists them all and writes nothing', async () => {
    const broken = fileDraft
      .with('organisation.id', 'e'.repeat(24))
      .with('clients.0.id', 'demo')
      .with('packages.1.base_package', 'none');
    writeFileSync(file, broken.text());
    const { code, stdout, stderr } = await runHere(['import', file], env);
    expect([code, stderr]).toEqual([1, 'the file has 6 faults; nothing was written\n']);
    expect(linesOf(stdout).toSorted()).toEqual(
      [
        'accounts[0].id: belongs to another organisation',
        'clients[0].id: is the id of a client of another organisation',
        'packages[0].id: belongs to another organisation',
        'packages[1].id: belongs to another organisation',
        'packages[1].base_package: no package has this code',
        'user_products[0].id: belongs to another organisation',
      ].toSorted(),
    );
    const shown = await runHere(['clock', 'show', '--organisation', 'e'.repeat(24)], env);
    expect([shown.code, shown.stderr]).toEqual([1, 'there is no such organisation\n']);
  });

  test('demo reset puts the demo back as it was', async () => {
    const organisation = ['--organisation', ids.organisation];
    const show = async () => {
      const { stdout } = await runHere(['clock', 'show', ...organisation], env);
      return Date.parse(stdout.split('\t')[1]?.trim() ?? '');
    };
    expect((await runHere(['clock', 'advance', ...organisation, '--by', '2M'], env)).code).toBe(0);
    const ahead = await show();
    expect(await show()).toBe(ahead);
    const back = new Date(ahead - 1_000).toISOString();
    expect(await runHere(['clock', 'set', ...organisation, '--to', back], env)).toMatchObject({
      code: 1,
      stderr: 'a test clock that was set only moves forward\n',
    });
    expect((await runHere(['demo', 'reset'], env)).code).toBe(0);
    expect(await show()).toBeLessThan(ahead);
    expect((await runHere(['verify'], env)).code).toBe(0);
  });

  test('a client can be added, shut out and let in again', async () => {
    const add = ['client', 'add', 'new', '--organisation', ids.organisation, '--scopes', '/a/w'];
    const added = await runHere(add, env);
    expect(added.stdout).toMatch(/^client\tnew\nsecret\t\S{32,}\n$/);
    expect(await runHere(add, env)).toMatchObject({ code: 1, stderr: 'this client id is taken\n' });
    expect((await runHere(['client', 'disable', 'new'], env)).code).toBe(0);
    expect((await runHere(['client', 'list'], env)).stdout).toMatch(
      /^new\t\S+\tdisabled\ttulo\t\/a\/w$/m,
    );
    expect((await runHere(['token', '--client', 'new'], env)).code).toBe(1);
    expect((await runHere(['client', 'enable', 'new'], env)).code).toBe(0);
    const { stdout, stderr } = await runHere(['token', '--client', 'new'], env);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toBe('');
  });

  test('a token opens the server, and no other organisation’s user products', async () => {
    const token = (await run(['token'], env)).stdout.trim();
    const change = (userProductId: string) =>
      send(Number(new URL(server.match).port), {
        method: 'PUT',
        path: '/external/api/v1/subscription_system/change_product',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          account_id: '56e1741a6fc9365306000001',
          user_product_id: userProductId,
          package_code: 'adeprimo_digital',
          target_period_id: '56e1741a6fc9365306000003',
          default_behaviour: true,
        }),
      });
    expect((await change('66e1741a6fc9365306000002')).status).toBe(404);
    const changed = await change('56e1741a6fc9365306000002');
    expect(changed.status).toBe(200);
    expect(changed.json).toEqual({ id: expect.stringMatching(/^[a-f\d]{24}$/) });
  });
});
