import { Agent, request } from 'node:http';
import { accountId, periodId, userProductId } from './seed.mjs';

const upgrade = { method: 'PUT', address: 'change_product' };
const preview = { method: 'POST', address: 'preview_change_product' };

/** Upgrades subscribers `from` to `to`, so many at once, each once. Answers how many a second. */
export const upgradeAll = (url, load) => sendAll(url, { ...load, ...upgrade });

/** Asks what each of these upgrades would come to. Answers how many a second. */
export const previewAll = (url, load) => sendAll(url, { ...load, ...preview });

async function sendAll(url, { from, to, atOnce, token, method, address, headers = () => ({}) }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { hostname, port } = new URL(url);
  let next = from;
  const started = performance.now();
  const sender = async () => {
    while (next <= to) {
      const index = next;
      next += 1;
      const to = { agent, hostname, port, method, address };
      const status = await send(to, { token, index, headers: headers(index) });
      if (status !== 200) throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  agent.destroy();
  return (1000 * (to - from + 1)) / (performance.now() - started);
}

function send({ agent, hostname, port, method, address }, { token, index, headers: more }) {
  const body = JSON.stringify({
    account_id: accountId(index),
    user_product_id: userProductId(index),
    package_code: 'digital',
    target_period_id: periodId,
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...more,
  };
  const path = `/external/api/v1/subscription_system/${address}`;
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
