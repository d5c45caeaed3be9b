import { Agent, request } from 'node:http';
import { accountId, periodId, userProductId } from './seed.mjs';

/** Upgrades subscribers `from` to `to`, so many at once, each once. Answers how many a second. */
export async function upgradeAll(url, { from, to, atOnce, token }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { hostname, port } = new URL(url);
  let next = from;
  const started = performance.now();
  const sender = async () => {
    while (next <= to) {
      const index = next;
      next += 1;
      const status = await send({ agent, hostname, port, token, index });
      if (status !== 200) throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  agent.destroy();
  return (1000 * (to - from + 1)) / (performance.now() - started);
}

function send({ agent, hostname, port, token, index }) {
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
  };
  const path = '/external/api/v1/subscription_system/change_product';
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { agent, hostname, port, path, method: 'PUT', headers },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
