import type { mongo } from 'mongoose';
import type { PortalFlow } from '../../application/ports/page-access-store.js';
import * as field from './fields.js';
import { partSchema } from './schema-options.js';

export type PortalTargetDocument = {
  package_code: string | null;
  target_period_id: string | null;
  tier: string | null;
  price_plan: string | null;
};

export type PortalFlowDocument = {
  type: PortalFlow['type'];
  user_product_id: mongo.ObjectId;
  target: PortalTargetDocument | null;
};

/** What the publisher said of a visit to the portal. */
export type PageVisitDocument = {
  return_url: string;
  locale: string | null;
  offer: string[] | null;
  flow: PortalFlowDocument | null;
};

const targetSchema = partSchema({
  package_code: field.maybeText,
  target_period_id: field.maybeText,
  tier: field.maybeText,
  price_plan: field.maybeText,
});

const flowSchema = partSchema({
  type: field.text,
  user_product_id: field.id,
  target: { type: targetSchema },
});

export const pageVisitSchema = partSchema({
  return_url: field.text,
  locale: field.maybeText,
  offer: { type: [field.text], default: undefined },
  flow: { type: flowSchema },
});
