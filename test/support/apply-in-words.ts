import { unguarded, type WriteGuards } from '../../src/application/commit/guards.js';
import type { ApplyTier } from '../../src/application/product-groups/apply-tier.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { toAppliedChange } from '../../src/http/product-groups/shapes/applied-shape.js';

/**
 * Applies a tier and gives what goes out for it, byte for byte, as the product groups API words it; the reasons where it
 * is refused.
 */
export async function applyInWords(
  by: UseCases,
  command: Parameters<ApplyTier>[0],
  guards: WriteGuards = unguarded,
): Promise<string> {
  const context = await by.readContext(command.organisationId);
  if (context === null) throw new Error('there is no such organisation');
  const { catalogue } = context;
  const answerOf: WriteGuards['answerOf'] = async (answered) => {
    const applied = await by.readApplied(answered, catalogue.timeZone);
    return { status: 200, body: JSON.stringify(toAppliedChange(applied, null, catalogue)) };
  };
  const result = await by.applyTier(command, { ...guards, answerOf });
  if (!result.ok) {
    return result.failure === 'refused'
      ? result.refusals.map((it) => it.reason).join()
      : result.failure;
  }
  return 'id' in result ? (await answerOf(result)).body : result.replayed.body;
}
