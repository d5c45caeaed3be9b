import { createReadStream } from 'node:fs';
import type { Brand } from '../../domain/portal/portal-settings.js';
import { logoFault, mostLogoBytes } from './logo-fault.js';

type Logo = NonNullable<Brand['logo']>;

const types = ['image/png', 'image/webp'] as const;

/** A file as a logo, by the check of a data file's; its type by what is in it, and not by its name. */
export async function readLogo(
  file: string,
): Promise<
  { readonly ok: true; readonly logo: Logo } | { readonly ok: false; readonly problem: string }
> {
  const chunks: Buffer[] = [];
  // One byte more than may be: of a larger file no more than that is read.
  for await (const chunk of createReadStream(file, { end: mostLogoBytes })) {
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > mostLogoBytes) return { ok: false, problem: 'must be at most 100000 bytes' };
  const base64 = bytes.toString('base64');
  const logo = types.map((type) => ({ type, base64 })).find((it) => logoFault(it) === null);
  return logo === undefined
    ? { ok: false, problem: 'must be a picture of type image/png or image/webp' }
    : { ok: true, logo };
}
