import { Readable } from 'node:stream';
import type { OperatorApplication } from '../../../src/cli/operator-application.js';
import { runCli } from '../../../src/cli/run-cli.js';
import type { Config } from '../../../src/config/config.js';
import {
  toClientId,
  toId,
  type OrganisationId,
  type WebhookEndpointId,
} from '../../../src/domain/ids.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildOperator } from '../../support/domain/build-operator.js';
import { sek } from '../../support/domain/build-package.js';
import { idOf } from '../../support/domain/id-of.js';
import { gathered } from '../application/import/pages-of.js';

export const organisationId = idOf<OrganisationId>(1);
const now = at('2026-11-15T12:00:00+01:00');

export const demo = {
  id: toClientId('demo'),
  organisationId,
  secretHash: 'scrypt$hash',
  scopes: ['/a/w', '/b/r'],
  provisionService: 'tulo',
  disabled: false,
};

const operator = buildOperator({ id: toId('e'.repeat(24)), name: 'demo', email: 'demo@a.test' });

const endpoint = {
  id: idOf<WebhookEndpointId>(2),
  organisationId,
  url: 'https://receiver.test/',
  types: null,
  enabled: true,
  createdAt: now,
};

/** An application of which a test overrides what it is about; the rest answers as an empty, orderly one would. */
function makeApplication(calls: unknown[][]): OperatorApplication {
  const noted =
    <Result>(name: string, result: Result) =>
    (...args: unknown[]): Promise<Result> => {
      calls.push([name, ...args]);
      return Promise.resolve(result);
    };
  return {
    clock: { now: () => now },
    organisations: {
      find: (id) =>
        Promise.resolve(
          id === organisationId
            ? {
                id,
                name: 'test',
                timeZone: stockholm,
                currency: sek,
                live: false,
                prorationGrain: 'day',
                testClockAt: null,
              }
            : null,
        ),
    },
    clients: { find: (id) => Promise.resolve(id === demo.id ? demo : null) },
    outboxes: { findDrainable: noted('findDrainable', []) },
    accessTokens: {
      issue: (claims, seconds) => {
        calls.push(['issue', claims, seconds]);
        return 'eyJ.a.token';
      },
    },
    addClient: noted('addClient', { ok: true, secret: 'generated' } as const),
    listClients: noted('listClients', [demo]),
    disableClient: noted('disableClient', { ok: true } as const),
    enableClient: noted('enableClient', { ok: true } as const),
    rotateClientSecret: noted('rotateClientSecret', { ok: true, secret: 'rotated' } as const),
    addOperator: noted('addOperator', { ok: true, id: operator.id } as const),
    findOperator: (who) => Promise.resolve(who === 'demo' ? operator : null),
    listOperators: noted('listOperators', [{ ...operator, passkeys: 1, isFromProvider: false }]),
    disableOperator: noted('disableOperator', { ok: true } as const),
    enableOperator: noted('enableOperator', { ok: true } as const),
    setOperatorRole: noted('setOperatorRole', { ok: true, before: null } as const),
    makeOperatorLink: noted('makeOperatorLink', {
      ...{ ok: true, token: 'a-token', endsAt: now },
    } as const),
    registerEndpoint: noted('registerEndpoint', {
      ok: true,
      endpoint,
      secret: 'whsec_new',
    } as const),
    listEndpoints: noted('listEndpoints', [endpoint]),
    removeEndpoint: noted('removeEndpoint', { ok: true } as const),
    replayEvents: noted('replayEvents', { ok: true, queued: 4 } as const),
    skipEvents: noted('skipEvents', { ok: true, endpoints: 2 } as const),
    createPortalSession: noted('createPortalSession', {
      ok: true,
      id: toId('d'.repeat(24)),
      secret: 'a-secret',
      expiresAt: now,
    } as const),
    setLogo: noted('setLogo', { ok: true } as const),
    undoChange: noted('undoChange', {
      ok: true,
      id: toId('c'.repeat(24)),
      was: 'applied',
    } as const),
    readTestClock: noted('readTestClock', { ok: true, now, timeZone: stockholm } as const),
    setTestClock: ({ at: set }) => {
      calls.push(['setTestClock', set]);
      return Promise.resolve({ ok: true, now: set, timeZone: stockholm, applied: 3 });
    },
    importOrganisations: async function* ({ source, isDryRun }) {
      const pages = await gathered(source.pages);
      const organisations = pages.flatMap((it) => it.organisations);
      calls.push(['importOrganisations', { organisations, isDryRun }]);
      for (const page of pages) yield { page, plans: [], faults: [] };
    },
    eraseAccount: noted('eraseAccount', {
      ok: true,
      userProducts: 2,
      changes: 1,
      events: 5,
    } as const),
    exportOrganisations: noted('exportOrganisations', {
      ok: false,
      failure: 'unknown_organisation',
    } as const),
    removeOrganisations: noted('removeOrganisations', { ok: true, documents: 9 } as const),
    verifyInstallation: noted('verifyInstallation', {
      ok: true,
      organisations: 2,
      userProducts: 3,
    } as const),
    close: noted('close', undefined),
  };
}

export type Ran = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the command asked of the application and the processes, in order. */
  readonly calls: readonly unknown[][];
};

type Given = {
  readonly env?: Record<string, string>;
  readonly application?: Partial<OperatorApplication>;
  /** What starting a process throws. */
  readonly failure?: Error;
  /** What comes on standard input. */
  readonly stdin?: string;
  readonly configFolder?: string;
};

/** Runs one command as `npm run -s cli -- …` would, on an application that is not there. */
export async function runCommand(line: readonly string[], given: Given = {}): Promise<Ran> {
  const calls: unknown[][] = [];
  const written = { stdout: '', stderr: '' };
  const outputTo = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const process =
    (name: string) =>
    (_: Config, options?: unknown): Promise<number> => {
      calls.push([name, options]);
      return given.failure === undefined ? Promise.resolve(0) : Promise.reject(given.failure);
    };
  const code = await runCli({
    argv: line,
    env: given.env ?? {},
    configFolder: given.configFolder ?? 'config',
    stdin: () => Readable.from([Buffer.from(given.stdin ?? '')]),
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    openApplication: () =>
      given.failure === undefined
        ? Promise.resolve({ ...makeApplication(calls), ...given.application })
        : Promise.reject(given.failure),
    processes: {
      serve: process('serve'),
      worker: process('worker'),
      findDatabase: () => Promise.resolve(null),
      embeddedMongo: process('embeddedMongo'),
    },
  });
  return { code, ...written, calls };
}
