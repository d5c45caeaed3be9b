import { createHash } from 'node:crypto';
import { accentText } from '../../domain/portal/accent-text.js';
import type { Brand } from '../../domain/portal/portal-settings.js';

/** Changes with the brand, so that its files may be kept for long. */
export function brandVersion(brand: Brand): string {
  return createHash('sha256').update(JSON.stringify(brand)).digest('hex').slice(0, 12);
}

/** The brand's colours as a stylesheet of our own origin: no page has a style within (docs/pages-background.md §5). */
export function brandStyle({ accent, corner }: Brand): string {
  const radius = corner === 'round' ? '8px' : '0';
  const colours =
    accent === null ? '' : `--accent:${accent};--on-accent:${accentText(accent) ?? '#ffffff'};`;
  return `:root{${colours}--corner:${radius}}`;
}
