/** A colour as `#rrggbb`, in either case. */
const colour = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

/** What text on an accent may be. */
type AccentText = '#ffffff' | '#000000';

/**
 * The colour of text on an accent: white or black, whichever stands out more (WCAG 2.2, contrast ratio). Null where the
 * accent is no `#rrggbb`, and that alone is refused: of white and black one always has a contrast of at least 4.5:1, which
 * is what docs/spec/pages.md §3 asks for. The least there is, about 4.58:1, is where both are alike.
 *
 * Example: on `#0f62fe` it is white, on `#ffd100` black.
 */
export function accentText(accent: string): AccentText | null {
  const luminance = luminanceOf(accent);
  if (luminance === null) return null;
  return contrast(1, luminance) >= contrast(luminance, 0) ? '#ffffff' : '#000000';
}

/**
 * How much text on an accent stands out from it: a ratio of 1 to 21; null where the accent is no `#rrggbb`.
 * Example: black on white is 21.
 */
export function accentContrast(accent: string): number | null {
  const luminance = luminanceOf(accent);
  return luminance === null ? null : Math.max(contrast(1, luminance), contrast(luminance, 0));
}

/** WCAG's relative luminance, 0 for black to 1 for white; null for what is no `#rrggbb`. */
function luminanceOf(accent: string): number | null {
  const found = colour.exec(accent);
  if (found === null) return null;
  const [red = 0, green = 0, blue = 0] = found
    .slice(1)
    .map((it) => linear(Number(`0x${it}`) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function contrast(lighter: number, darker: number): number {
  return (lighter + 0.05) / (darker + 0.05);
}
