import type { WebhookEndpointId } from '../../../src/domain/ids.js';
import type { openConsoleSuite } from './console-suite.js';

/** An operator in a browser of their own. */
export type ConsoleBrowser = Awaited<ReturnType<ReturnType<typeof openConsoleSuite>['operator']>>;

/** The secret that a page tells. */
export const secretIn = (html: string) => /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? '';

/** Adds an endpoint at the console, below that path; answers where it is, and the page with its secret. */
export async function addsWebhook(
  { formOf, post }: ConsoleBrowser,
  below: string,
  edits: Readonly<Record<string, string>>,
) {
  const form = { ...(await formOf(`${below}/webhooks/new`)), enabled: 'on', ...edits };
  const added = await post(`${below}/webhooks/new`, form);
  const path = /href="([^"]*\/webhooks\/[\da-f]{24})"/.exec(added.html)?.[1] ?? '';
  const id = path.slice(-24) as WebhookEndpointId;
  return { added, form, path, id };
}
