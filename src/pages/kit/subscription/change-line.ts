import { type Catalogue, packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { Change } from '../../../domain/user-product/change.js';
import type { Written } from '../written.js';

/** What was asked and what came of it, in one line. Example: `Change to Digital, from 1 December 2026`. */
export function changeLine(
  change: Change,
  { written, catalogue }: { readonly written: Written; readonly catalogue: Catalogue },
): string {
  const { say, day } = written;
  const name = packageNameIn(catalogue, change.target);
  return say(`line.${change.state}`, { name, day: day(change.effectiveAt) });
}
