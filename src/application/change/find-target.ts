import type { ChangePolicy, FoundTarget } from '../../domain/change/change-policy.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';

type Found<Reason extends string> = NonNullable<FoundTarget<Reason>> & {
  readonly context: OrganisationContext;
};

type Question<Reason extends string, Named> = {
  readonly policy: Pick<ChangePolicy<Reason, Named>, 'find'>;
  readonly named: Named;
  readonly product: UserProduct;
};

/**
 * What a request names, with the catalogue that has it. What the cache does not know, or refuses, is read once more
 * before it is a 404 (docs/architecture.md §8); null: it is not there.
 */
export async function findTarget<Reason extends string, Named>(
  readContext: ReadOrganisationContext,
  context: OrganisationContext,
  question: Question<Reason, Named>,
): Promise<Found<Reason> | null> {
  const known = targetIn(context, question);
  if (known?.found === true) return known;
  const fresh = await readContext(context.organisation.id, 'fresh');
  return fresh === null ? null : targetIn(fresh, question);
}

function targetIn<Reason extends string, Named>(
  context: OrganisationContext,
  { policy, named, product }: Question<Reason, Named>,
): Found<Reason> | null {
  const found = policy.find(named, { product, catalogue: context.catalogue });
  return found === null ? null : { ...found, context };
}
