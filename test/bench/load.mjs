import { Agent, request } from 'node:http';
import { accountId, periodId, tierId, userProductId } from './seed.mjs';

const changeProduct = (method, address) => (index) => ({
  method,
  path: `/external/api/v1/subscription_system/${address}`,
  body: {
    account_id: accountId(index),
    user_product_id: userProductId(index),
    package_code: 'digital',
    target_period_id: periodId,
  },
});

/** Upgrades subscribers `from` to `to`, so many at once, each once. Answers how many a second. */
export const upgradeAll = (url, load) =>
  sendAll(url, { ...load, requestOf: changeProduct('PUT', 'change_product') });

/** Asks what each of these upgrades would come to. Answers how many a second. */
export const previewAll = (url, load) =>
  sendAll(url, { ...load, requestOf: changeProduct('POST', 'preview_change_product') });

/** Switches them to the second tier of their product group. Answers how many a second. */
export const applyAll = (url, load) => sendAll(url, { ...load, requestOf: applySecond });

const applySecond = (index) => ({
  method: 'POST',
  path: `/product-group-memberships/${tierId(2)}/apply`,
  body: { subscriptionItem: userProductId(index), selectedPricePlan: periodId },
});

/** Asks what each of them may be switched to, at that quantity if there is one. Answers how many a second. */
export const optionsAll = (url, { query = '', ...load }) =>
  sendAll(url, {
    ...load,
    requestOf: (index) => ({
      method: 'GET',
      path: `/subscription-items/${userProductId(index)}/change-options${query}`,
    }),
  });

async function sendAll(url, { from, to, atOnce, token, requestOf, headers = () => ({}) }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { hostname, port } = new URL(url);
  let next = from;
  const started = performance.now();
  const sender = async () => {
    while (next <= to) {
      const index = next;
      next += 1;
      const where = { agent, hostname, port };
      const status = await send(where, { token, ...requestOf(index), headers: headers(index) });
      if (status !== 200) throw new Error(`answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  agent.destroy();
  return (1000 * (to - from + 1)) / (performance.now() - started);
}

function send({ agent, hostname, port }, { token, method, path, body, headers: more }) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const content = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : content),
    ...more,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
