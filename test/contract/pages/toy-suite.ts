import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { mountPages } from '../../../src/pages/kit/mount-pages.js';
import { clientAddressOf } from '../../../src/http/core/checks/client-address.js';
import { startApp, type StartedApp } from '../payway/start-app.js';
import { type Asked, askPage, fromOwnPage } from './ask-page.js';
import { toySurface } from './toy-surface.js';

const did: string[] = [];
const logged: { level: string; message: string; facts: unknown }[] = [];

async function start(baseUrl: string | null, entriesPerMinute: number): Promise<StartedApp> {
  const note = (level: string) => (message: string, facts?: unknown) => {
    logged.push({ level, message, facts });
  };
  const log = {
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  };
  const pages = mountPages(toySurface(baseUrl, did), {
    log,
    requestTimeoutMs: 50,
    networkOf: (req) => clientAddressOf(req).network,
    entriesPerMinute,
  });
  return startApp({ pages: [pages], log });
}

/** Two applications for a file of tests: on this machine, and at an address of its own. */
export function openToySuite() {
  let local: StartedApp;
  let deployed: StartedApp;
  beforeAll(async () => {
    local = await start(null, 1_000);
    deployed = await start('https://portal.test', 2);
  });
  afterAll(async () => {
    await local.close();
    await deployed.close();
  });
  beforeEach(() => {
    did.length = 0;
    logged.length = 0;
  });
  const ask = ({ headers, ...asked }: Asked) =>
    askPage(local.port, { ...asked, headers: { cookie: toyCookie, ...headers } });
  return {
    did,
    logged,
    local: () => local,
    deployed: () => deployed,
    ask,
    write: (form: Asked['form'], headers: Readonly<Record<string, string>> = fromOwnPage) =>
      ask({ path: '/portal/things/1', method: 'POST', form: form ?? '', headers }),
  };
}

const toyCookie = 'portal=ann';
export const own = (port: number): string => `http://localhost:${String(port)}`;
