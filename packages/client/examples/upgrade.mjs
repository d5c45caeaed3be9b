// Previews an upgrade of the demo data's subscription, carries it out by its quote, and shows what came of it.
// Start the gateway with `npm start`, then: npm run client:build && node packages/client/examples/upgrade.mjs
import { createGatewayClient } from '../dist/index.js';

const gateway = createGatewayClient({
  baseUrl: process.argv[2] ?? 'http://127.0.0.1:8080',
  credentials: {
    clientId: 'demo',
    clientSecret: 'demo-secret',
    scopes: ['/external/subscription_system/w', '/external/userproduct/w'],
  },
});
const asked = {
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
};

const preview = await gateway.POST('/external/api/v1/subscription_system/preview_change_product', {
  body: asked,
});
if (preview.error) throw new Error(preview.error.message);
const { allowed, kind, valid_to, amounts, quote, refusals } = preview.data.item;
if (!allowed || quote === null) {
  console.log('refused:', refusals.map(({ message }) => message).join('; '));
} else {
  console.log(
    `${kind} until ${valid_to}, value carried ${amounts.value_carried} ${amounts.currency}`,
  );
  const change = await gateway.PUT('/external/api/v1/subscription_system/change_product', {
    body: { ...asked, quote },
  });
  if (change.error) throw new Error(change.error.message);
  console.log('user product', change.data.id);
}

const { data } = await gateway.GET('/external/api/v1/userproducts/{accountId}', {
  params: { path: { accountId: asked.account_id } },
});
for (const it of data?.items ?? []) console.log(it.id, it.product_code, it.state, it.valid_to);
