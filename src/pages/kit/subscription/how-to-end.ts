import type { Package } from '../../../domain/catalogue/package.js';
import type { Say } from '../words.js';

/** How a customer ends what is ordered: here, or, where its publisher has it otherwise, by asking. */
export function howToEnd(say: Say, pack: Package | undefined): string {
  return say(pack?.customerCanCancel === true ? 'confirm.howToEnd' : 'confirm.askToEnd');
}
