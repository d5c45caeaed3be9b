import { describe, expect, test } from '@jest/globals';
import { withAuditLog } from '../../../src/cli/with-audit-log.js';
import type { ImportCommand } from '../../../src/application/import/import-organisations.js';
import type { ImportPage } from '../../../src/application/import/import-source.js';
import type { OperatorApplication } from '../../../src/cli/operator-application.js';
import { documentSource } from '../../../src/cli/import-file/read-document.js';
import {
  type AccountId,
  type ChangeId,
  type OperatorId,
  type OrganisationId,
  toClientId,
  type UserProductId,
  type WebhookEndpointId,
} from '../../../src/domain/ids.js';
import { at } from '../../support/domain/at.js';
import { idOf } from '../../support/domain/id-of.js';
import { silentLog } from '../../support/process.js';
import { gathered, inTurn } from '../application/import/pages-of.js';

const organisationId = idOf<OrganisationId>(1);
const accountId = idOf<AccountId>(2);
const endpointId = idOf<WebhookEndpointId>(3);
const changeId = idOf<ChangeId>(4);
const userProductId = idOf<UserProductId>(5);
const endpoint = { organisationId, id: endpointId };
const operatorId = idOf<OperatorId>(6);
const operator = { within: '*', id: operatorId } as const;
const id = toClientId('demo');
const key = { organisationId, id };
const newClient = { ...key, secret: 'hunter2', scopes: [], provisionService: 'tulo' };
const organisations = [{ organisation: { id: organisationId } }] as never;
const imported = () => ({ source: documentSource(organisations), isDryRun: false });
const rows = () => ({ format: 'rows', pages: inTurn<ImportPage>([]) }) as const;

/** All that any of these commands may answer. */
const outcome = {
  ok: true,
  applied: 3,
  documents: 9,
  queued: 7,
  secret: 'hunter3',
  id: userProductId,
  endpoint: { id: endpointId, url: 'https://x.example/hunter2' },
};

/** Every command answers this; what was logged comes with it. */
function answering(result: { ok: boolean } & Record<string, unknown>) {
  const lines: unknown[] = [];
  const answer = () => Promise.resolve(result);
  const names = ['addClient', 'disableClient', 'enableClient', 'rotateClientSecret'];
  names.push('addOperator', 'disableOperator', 'enableOperator', 'setOperatorRole');
  names.push('makeOperatorLink');
  names.push('setTestClock', 'removeOrganisations', 'eraseAccount');
  names.push('registerEndpoint', 'removeEndpoint', 'replayEvents', 'undoChange', 'setLogo');
  const application = {
    ...Object.fromEntries(names.map((name) => [name, answer])),
    importOrganisations: async function* ({ source }: ImportCommand) {
      const faults = result.ok ? [] : [{ path: 'the file', problem: 'is wrong' }];
      for await (const page of source.pages) yield { page, plans: [], faults };
    },
  } as unknown as OperatorApplication;
  const info = (_message: string, facts: unknown): void => {
    lines.push(facts);
  };
  return { lines, application: withAuditLog(application, { ...silentLog, info }) };
}

const commands: [string, (it: OperatorApplication) => unknown, Record<string, unknown>][] = [
  ['client add', (it) => it.addClient(newClient), { organisationId, clientId: 'demo' }],
  ['client disable', (it) => it.disableClient(key), { organisationId, clientId: 'demo' }],
  ['client enable', (it) => it.enableClient(key), { organisationId, clientId: 'demo' }],
  [
    'client rotate-secret',
    (it) => it.rotateClientSecret({ ...key, secret: 'hunter2' }),
    { organisationId, clientId: 'demo' },
  ],
  [
    'webhook add',
    (it) =>
      it.registerEndpoint({
        organisationId,
        url: 'https://x.example/hunter2',
        types: null,
        enabled: true,
        chosenId: null,
      }),
    { organisationId, endpointId },
  ],
  [
    'operator add',
    (it) =>
      it.addOperator({
        ...{ within: '*', organisationId, role: 'owner', name: 'hunter', email: 'hunter@a.test' },
      }),
    { operatorId: userProductId, organisationId, role: 'owner' },
  ],
  ['operator disable', (it) => it.disableOperator(operator), { operatorId }],
  ['operator enable', (it) => it.enableOperator(operator), { operatorId }],
  [
    'operator role',
    (it) => it.setOperatorRole({ ...operator, organisationId: '*', role: null }),
    { operatorId, organisationId: '*', role: null },
  ],
  ['operator link', (it) => it.makeOperatorLink(operator), { operatorId }],
  ['webhook remove', (it) => it.removeEndpoint(endpoint), { organisationId, endpointId }],
  [
    'webhook replay',
    (it) => it.replayEvents({ ...endpoint, after: null, before: null }),
    { organisationId, endpointId, queued: 7 },
  ],
  [
    'brand logo',
    (it) => it.setLogo({ organisationId, logo: { type: 'image/png', base64: 'hunter' } }),
    { organisationId, type: 'image/png' },
  ],
  [
    'change undo',
    (it) => it.undoChange({ organisationId, changeId, requestedBy: toClientId('operator') }),
    { organisationId, changeId, userProductId },
  ],
  [
    'clock set',
    (it) => it.setTestClock({ organisationId, at: at('2026-12-01T00:00:00Z') }),
    { organisationId, to: '2026-12-01T00:00:00.000Z', applied: 3 },
  ],
  [
    'import',
    (it) => gathered(it.importOrganisations(imported())),
    { organisationIds: [organisationId] },
  ],
  [
    'demo reset',
    (it) => it.removeOrganisations([organisationId]),
    { organisationIds: [organisationId], documents: 9 },
  ],
  [
    'account erase',
    (it) => it.eraseAccount({ organisationId, accountId, isDryRun: false }),
    { organisationId, accountId },
  ],
];

describe('a command that changes something', () => {
  test.each(commands)('leaves a line once it is done: %s', async (action, run, facts) => {
    const done = answering(outcome);
    await run(done.application);
    expect(done.lines).toEqual([{ audit: true, action, ...facts }]);
    expect(JSON.stringify(done.lines)).not.toContain('hunter');
  });

  test.each(commands)('leaves none where it was refused: %s', async (_, run) => {
    const refused = answering({ ok: false, failure: 'x' });
    await run(refused.application);
    expect(refused.lines).toEqual([]);
  });
});

test('an import of rows is told when it begins', () => {
  const { lines, application } = answering({ ok: true });
  application.importOrganisations({ source: rows(), isDryRun: false });
  expect(lines).toEqual([{ audit: true, action: 'import of rows' }]);
});

test('what is only tried out leaves no line', async () => {
  const { lines, application } = answering({ ok: true });
  await gathered(application.importOrganisations({ ...imported(), isDryRun: true }));
  await application.eraseAccount({ organisationId, accountId, isDryRun: true });
  application.importOrganisations({ source: rows(), isDryRun: true });
  expect(lines).toEqual([]);
});
