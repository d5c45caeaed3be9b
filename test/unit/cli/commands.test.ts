import { describe, expect, test } from '@jest/globals';
import type { OperatorApplication } from '../../../src/cli/operator-application.js';
import { at } from '../../support/domain/at.js';
import { organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];
const production = { APP_ENV: 'production', MONGODB_URI: 'mongodb://db/x', TOKEN_KEYS: '{}' };

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
    [
      'clock_step_too_long',
      'a step ends at most 10,000 periods and goes at most 50 years ahead: go in smaller steps\n',
    ],
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

  test('prints a line for a warning too, counts it, and exits 0', async () => {
    const facts = { user_product_id: 'a', tier_id: 'b' };
    const { code, stdout, stderr } = await runCommand(['verify'], {
      application: {
        verifyInstallation: ({ report }) => {
          report({ organisationId: null, promise: 'tier_lost', facts });
          return Promise.resolve({ ok: true, organisations: 1, userProducts: 1 });
        },
      },
    });
    const said = 'all promises hold: 1 organisations, 1 user products, 1 warnings';
    expect([code, stdout, stderr]).toEqual([
      0,
      `tier_lost\tuser_product_id=a\ttier_id=b\n${said}\n`,
      '',
    ]);
  });

  test('prints a line for each finding and exits 1', async () => {
    const { code, stdout, stderr } = await runCommand(['verify'], {
      application: {
        verifyInstallation: ({ report }) => {
          report({ organisationId: null, promise: 'index_missing', facts: { index: 'a.b' } });
          report({ organisationId, promise: 'position_gap', facts: { position: 3, after: 1 } });
          report({ organisationId: null, promise: 'tier_lost', facts: { tier_id: 'a' } });
          return Promise.resolve({ ok: true, organisations: 1, userProducts: 1 });
        },
      },
    });
    expect([code, stdout, stderr]).toEqual([
      1,
      `index_missing\tindex=a.b\nposition_gap\torganisation_id=${organisationId}\tposition=3\tafter=1\ntier_lost\ttier_id=a\n`,
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
