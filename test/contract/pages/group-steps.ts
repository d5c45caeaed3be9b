import { expect } from '@jest/globals';
import type { ProductGroupId } from '../../../src/domain/ids.js';
import { hiddenIn } from '../../support/page-text.js';
import type { openConsoleSuite } from './console-suite.js';

type Suite = ReturnType<typeof openConsoleSuite>;
type Who = Awaited<ReturnType<Suite['operator']>>;
export type Form = Readonly<Record<string, string>>;

/** Fields that a form of a tier always sends. */
export const usual = {
  timing: 'immediately',
  credit: 'pro_rata',
  upgradeable: 'yes',
  downgradeable: 'yes',
};
/** What a form holds unseen under that name. */
export const hiddenField = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** What operators do with product groups in the shop of a suite. */
export function groupSteps({ app, base, shop }: Suite) {
  const pack = (code: string) => shop().seeded.package(code);
  const planOf = (code: string) =>
    pack(code).periods.find((it) => it.type === 'recurring')?.id ?? 'none';
  const stored = async (path: string) => {
    const id = path.split('/').at(-1) as ProductGroupId;
    const all = await app().stores.productGroups.list(shop().organisationId);
    return all.find((it) => it.id === id);
  };
  async function created(by: Who, name = 'Plans', more: Form = {}) {
    const page = await by.see(`${base()}/product-groups/new`);
    const form = { ...hiddenIn(page.html), name, enabled: 'yes', ...more };
    const answer = await by.post(`${base()}/product-groups/new`, form);
    return { form, answer, path: String(answer.headers.location) };
  }

  const addTier = (by: Who, path: string, [code, more = {}]: readonly [string, Form?]) =>
    by.post(`${path}/tiers/new`, {
      ...usual,
      product: pack(code).id,
      plans: planOf(code),
      ...more,
    });

  /** A group of three tiers, lowest first: basic, digital, premium. */
  async function ladder(by: Who, name = 'Ladder') {
    const { path } = await created(by, name);
    for (const code of ['basic', 'digital', 'premium']) {
      const { status } = await addTier(by, path, [code]);
      expect(status).toBe(303);
    }
    const tierOf = async (code: string) => {
      const tier = (await stored(path))?.tiers.find((it) => it.packageId === pack(code).id);
      if (tier === undefined) throw new Error(`no tier ${code}`);
      return tier;
    };
    const order = async () =>
      (await stored(path))?.tiers.map(({ packageId, position }) => [
        ['basic', 'digital', 'premium'].find((code) => pack(code).id === packageId),
        position,
      ]);
    return { path, tierOf, order };
  }

  const auditOf = async (id: string) => {
    const entries = await app().stores.audit.list(shop().organisationId, {
      before: null,
      limit: 50,
    });
    return entries.filter((it) => it.ids.product_group === id);
  };

  return { pack, planOf, stored, created, addTier, ladder, auditOf };
}
