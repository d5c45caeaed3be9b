import type { Brand } from '../../domain/portal/portal-settings.js';

type Logo = NonNullable<Brand['logo']>;

/** As many bytes a logo may have, on each page that it stands on. */
export const mostLogoBytes = 100_000;

/** By these a picture begins, at these places, whatever it is called. */
const beginnings: Readonly<Record<Logo['type'], readonly (readonly [number, Buffer])[]>> = {
  'image/png': [[0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]],
  'image/webp': [
    [0, Buffer.from('RIFF')],
    [8, Buffer.from('WEBP')],
  ],
};

/** What is wrong with a logo, or null: 100 kB at most of what it is said to be (docs/spec/pages.md §3). */
export function logoFault({ type, base64 }: Logo): string | null {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64) return 'must be base64 without line ends';
  if (bytes.length > mostLogoBytes) return 'must be at most 100000 bytes';
  const isOne = beginnings[type].every(([at, beginning]) =>
    bytes.subarray(at, at + beginning.length).equals(beginning),
  );
  return isOne ? null : `must be a picture of type ${type}`;
}
