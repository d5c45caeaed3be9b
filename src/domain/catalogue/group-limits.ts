/** How much a product group may hold, whoever writes it: by API, by file or at the console (docs/spec/product-groups-api.md §2). */
export const groupLimits = {
  /** Characters, as `groupTextFault` counts them. */
  nameLength: 255,
  labelLength: 100,
  tiers: 100,
  plansOfTier: 20,
  position: 10_000,
} as const;

export type GroupTextFault = 'too_long' | 'unprintable';

/** No control character, and no half of a surrogate pair, which no encoding can store. */
const printable = /^[^\u0000-\u001f\u007f\ud800-\udfff]*$/u;

/**
 * What keeps a text from being the name of a group or the label of a tier, null where nothing does. An emoji is one
 * character. Example: 100 times 😀 may be a label, 101 times is `too_long`.
 */
export function groupTextFault(text: string, most: number): GroupTextFault | null {
  if (Array.from(text.slice(0, 2 * most + 2)).length > most) return 'too_long';
  return printable.test(text) ? null : 'unprintable';
}
