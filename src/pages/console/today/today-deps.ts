import type { CountComingEnds } from '../../../application/user-product/count-coming-ends.js';
import type { ReadAttention } from '../../../application/user-product/read-attention.js';
import type { ReadWebhookStanding } from '../../../application/webhooks/read-webhook-standing.js';

/** What the first page of an organisation asks for. */
export type TodayDeps = {
  readonly readAttention: ReadAttention;
  readonly countComingEnds: CountComingEnds;
  readonly readWebhookStanding: ReadWebhookStanding;
};
