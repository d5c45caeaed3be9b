import { describe, expect, test } from '@jest/globals';
import type { OperatorApplication } from '../../../src/cli/operator-application.js';
import { at } from '../../support/domain/at.js';
import { demo, organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];
const production = { APP_ENV: 'production', MONGODB_URI: 'mongodb://db/x', TOKEN_KEYS: '{}' };

describe('token', () => {
  test('prints one token and nothing else, for the demo client with all its scopes, for an hour', async () => {
    const { code, stdout, stderr, calls } = await runCommand(['token']);
    expect([code, stdout, stderr]).toEqual([0, 'eyJ.a.token\n', '']);
    const claims = {
      clientId: 'demo',
      organisationId,
      scopes: ['/a/w', '/b/r'],
      accountId: null,
    };
    expect(calls).toEqual([['issue', claims, 3600], ['close']]);
  });

  test('takes scopes, an account and a time', async () => {
    const account = 'A'.repeat(24);
    const words = ['token', '--scope', '/b/r', '--account', account, '--expires-in', '60'];
    const { calls } = await runCommand(words);
    expect(calls[0]).toMatchObject(['issue', { scopes: ['/b/r'], accountId: 'a'.repeat(24) }, 60]);
  });

  test('takes of an identity what lies under /me, unless scopes are named', async () => {
    const clients = {
      find: () =>
        Promise.resolve({ ...demo, scopes: ['/external/me/r', '/a/w', '/external/me/w'] }),
    };
    const { calls } = await runCommand(['token', '--account', 'a'.repeat(24)], {
      application: { clients },
    });
    expect(calls[0]).toMatchObject(['issue', { scopes: ['/external/me/r', '/external/me/w'] }]);
  });

  test('is refused of an identity where the client has nothing under /me', async () => {
    const { code, stderr } = await runCommand(['token', '--account', 'a'.repeat(24)]);
    expect([code, stderr]).toEqual([1, 'the client has no scope of /external/me/…\n']);
  });

  test.each([
    ['an unknown client', ['--client', 'nobody'], 'there is no such client\n'],
    ['a scope that the client lacks', ['--scope', '/c/w'], "the client's scopes are: /a/w /b/r\n"],
  ])('is refused for %s', async (_, words, line) => {
    const { code, stdout, stderr } = await runCommand(['token', ...words]);
    expect([code, stdout, stderr]).toEqual([1, '', line]);
  });

  test.each(['stage', 'production'])('is refused in %s', async (APP_ENV) => {
    const { code, stdout, stderr, calls } = await runCommand(['token'], {
      env: { ...production, APP_ENV },
    });
    expect([code, stdout, calls]).toEqual([1, '', []]);
    expect(stderr).toBe(
      'tokens are printed in development and test only: use the token endpoint\n',
    );
  });
});

describe('client', () => {
  const add = ['client', 'add', 'new', ...organisation, '--scopes', '/a/w /a/w  /b/r'];

  test('add prints a secret that was generated, this once', async () => {
    const { code, stdout, calls } = await runCommand(add);
    expect([code, stdout]).toEqual([0, 'client\tnew\nsecret\tgenerated\n']);
    expect(calls[0]).toEqual([
      'addClient',
      {
        organisationId,
        id: 'new',
        secret: null,
        scopes: ['/a/w', '/b/r'],
        provisionService: 'tulo',
      },
    ]);
  });

  test('add does not repeat a secret that was given', async () => {
    const { stdout } = await runCommand([...add, '--secret', 'given']);
    expect(stdout).toBe('client\tnew\n');
  });

  test('add refuses a taken id and an unknown organisation', async () => {
    const addClient = () => Promise.resolve({ ok: false, failure: 'client_id_taken' } as const);
    const taken = await runCommand(add, { application: { addClient } });
    expect([taken.code, taken.stderr]).toEqual([1, 'this client id is taken\n']);
    const words = ['client', 'add', 'new', '--organisation', 'f'.repeat(24), '--scopes', 'a'];
    expect(await runCommand(words)).toMatchObject({
      code: 1,
      stderr: 'there is no such organisation\n',
    });
  });

  test('list prints a line for each, without secret or hash', async () => {
    const { stdout } = await runCommand(['client', 'list']);
    expect(stdout).toBe(`demo\t${organisationId}\tenabled\ttulo\t/a/w /b/r\n`);
  });

  test.each([
    [['disable', 'demo'], 'client\tdemo\tdisabled\n'],
    [['enable', 'demo'], 'client\tdemo\tenabled\n'],
    [['rotate-secret', 'demo'], 'client\tdemo\nsecret\trotated\n'],
    [['rotate-secret', 'demo', '--secret', 's'], 'client\tdemo\n'],
  ])('%j', async (words, answer) => {
    const { code, stdout } = await runCommand(['client', ...words]);
    expect([code, stdout]).toEqual([0, answer]);
  });

  test.each(['disable', 'enable', 'rotate-secret'])(
    '%s refuses an unknown client',
    async (name) => {
      expect(await runCommand(['client', name, 'nobody'])).toMatchObject({
        code: 1,
        stderr: 'there is no such client\n',
      });
    },
  );
});

describe('clock', () => {
  test('show prints the organisation’s now with its offset', async () => {
    const { stdout } = await runCommand(['clock', 'show', ...organisation]);
    expect(stdout).toBe('now\t2026-11-15T12:00:00+01:00\n');
  });

  test('set goes to that instant and tells how much was applied', async () => {
    const to = '2026-12-01T00:00:00+01:00';
    const { stdout, calls } = await runCommand(['clock', 'set', ...organisation, '--to', to]);
    expect(stdout).toBe(`now\t${to}\napplied\t3\n`);
    expect(calls).toContainEqual(['setTestClock', at(to)]);
  });

  test('advance goes that far from now in the organisation’s calendar', async () => {
    const { stdout } = await runCommand(['clock', 'advance', ...organisation, '--by', '5M']);
    expect(stdout).toBe('now\t2027-04-15T12:00:00+02:00\napplied\t3\n');
  });

  test.each([
    ['organisation_is_live', 'this organisation is live: its clock is real time\n'],
    ['clock_moves_forward_only', 'a test clock that was set only moves forward\n'],
  ] as const)('%s is said in words', async (failure, stderr) => {
    const setTestClock = () => Promise.resolve({ ok: false, failure } as const);
    const words = ['clock', 'advance', ...organisation, '--by', '1D'];
    const ran = await runCommand(words, { application: { setTestClock } });
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, '', stderr]);
  });

  test('an unknown organisation is refused', async () => {
    const words = ['clock', 'show', '--organisation', 'f'.repeat(24)];
    expect(await runCommand(words)).toMatchObject({
      code: 1,
      stderr: 'there is no such organisation\n',
    });
  });
});

describe('demo', () => {
  test('load imports the two organisations of config/demo.json', async () => {
    const { code, calls } = await runCommand(['demo', 'load']);
    expect(code).toBe(0);
    expect(calls[0]).toMatchObject([
      'importOrganisations',
      { isDryRun: false, organisations: [{}, {}] },
    ]);
  });

  test('reset removes those two, and no other, before it imports them', async () => {
    const { code, calls } = await runCommand(['demo', 'reset']);
    expect(code).toBe(0);
    expect(calls.map(([name]) => name)).toEqual([
      'removeOrganisations',
      'importOrganisations',
      'close',
    ]);
    expect(calls[0]?.[1]).toEqual(['56e1741a6fc9365306000000', '66e1741a6fc9365306000000']);
  });

  test('reset removes nothing where one of them is live', async () => {
    const removeOrganisations = () =>
      Promise.resolve({ ok: false, failure: 'organisation_is_live', organisationId } as const);
    const ran = await runCommand(['demo', 'reset'], { application: { removeOrganisations } });
    expect(ran).toMatchObject({
      code: 1,
      stderr: `organisation ${organisationId} is live: it is no demo\n`,
      calls: [['close']],
    });
  });

  test.each(['load', 'reset'])('%s is refused in production', async (name) => {
    expect(await runCommand(['demo', name], { env: production })).toMatchObject({
      code: 1,
      calls: [],
      stderr: 'the demo data belongs in development and test only\n',
    });
  });
});

describe('verify', () => {
  test('is content where nothing is found', async () => {
    const { code, stdout } = await runCommand(['verify', ...organisation]);
    expect([code, stdout]).toEqual([0, 'all promises hold: 2 organisations, 3 user products\n']);
  });

  test('prints a line for each finding and exits 1', async () => {
    const { code, stdout, stderr } = await runCommand(['verify'], {
      application: {
        verifyInstallation: ({ report }) => {
          report({ organisationId: null, promise: 'index_missing', facts: { index: 'a.b' } });
          report({ organisationId, promise: 'position_gap', facts: { position: 3, after: 1 } });
          return Promise.resolve({ ok: true, organisations: 1, userProducts: 1 });
        },
      },
    });
    expect([code, stdout, stderr]).toEqual([
      1,
      `index_missing\tindex=a.b\nposition_gap\torganisation_id=${organisationId}\tposition=3\tafter=1\n`,
      '2 promises do not hold, listed on stdout\n',
    ]);
  });
});

describe('import', () => {
  test('lists every fault on stdout, and says on stderr that nothing was written', async () => {
    const faults = [
      { path: 'packages[0].code', problem: 'is taken' },
      { path: 'packages[1].code', problem: 'is taken' },
    ];
    const importOrganisations: OperatorApplication['importOrganisations'] = async function* ({
      source,
    }) {
      for await (const page of source.pages) yield { page, plans: [], faults };
    };
    const ran = await runCommand(['import', 'config/demo.json'], {
      application: { importOrganisations },
    });
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([
      1,
      'packages[0].code: is taken\npackages[1].code: is taken\n',
      'the file has 2 faults; nothing was written\n',
    ]);
  });

  test('says that a dry run wrote nothing', async () => {
    const { stdout, calls } = await runCommand(['import', 'config/demo.json', '--dry-run']);
    expect(stdout).toBe('dry run: nothing was written\n');
    expect(calls[0]).toMatchObject(['importOrganisations', { isDryRun: true }]);
  });

  test('of a file that is not there fails before a database is opened', async () => {
    const { code, stdout, stderr, calls } = await runCommand(['import', '/nowhere.json']);
    expect([code, stdout, stderr]).toEqual([
      1,
      'the file: cannot be read\n',
      'the file has one fault; nothing was written\n',
    ]);
    expect(calls).toEqual([]);
  });
});

test('outbox show says that nothing waits', async () => {
  const { code, stdout } = await runCommand(['outbox', 'show']);
  expect([code, stdout]).toEqual([0, '0 waiting\n']);
});

describe('change', () => {
  const change = 'c'.repeat(24);
  const undo = ['change', 'undo', ...organisation, '--change', change, '--by', 'support'];

  test('undo says what became of it, and whose correction it is', async () => {
    const { code, stdout, calls } = await runCommand(undo);
    expect([code, stdout]).toEqual([0, `undone\tit has ended\nuser product\t${change}\n`]);
    const command = { organisationId, changeId: change, requestedBy: 'operator:support' };
    expect(calls[0]).toEqual(['undoChange', command]);
  });

  test.each([
    ['without who corrects', undo.slice(0, -2)],
    ['with what is no id', undo.map((it) => (it === change ? 'c' : it))],
  ])('undo is bad usage %s', async (_, words) => {
    const { code, calls } = await runCommand(words);
    expect([code, calls]).toEqual([2, []]);
  });
});

describe('webhook skip', () => {
  test('says how many endpoints there are', async () => {
    const { code, stdout, calls } = await runCommand(['webhook', 'skip', ...organisation]);
    expect([code, stdout]).toEqual([0, 'endpoints\t2\n']);
    expect(calls).toContainEqual(['skipEvents', organisationId]);
  });
});
