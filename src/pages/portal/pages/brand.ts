import { parseId, type OrganisationId } from '../../../domain/ids.js';
import { type PageAnswer, unknownPage, type Visit } from '../../kit/page-route.js';
import { brandStyle } from '../brand-files.js';
import type { PortalDeps } from '../portal-deps.js';

const dayInSeconds = 86_400;

/** The colours of an organisation: for anybody, because pages without a session have them too. */
export async function answerBrandStyle(
  deps: PortalDeps,
  { params }: Visit<unknown>,
): Promise<PageAnswer> {
  const brand = await brandOf(deps, params.organisation);
  if (brand === null) return unknownPage;
  return {
    answer: 'file',
    contentType: 'text/css; charset=utf-8',
    bytes: brandStyle(brand),
    maxAgeSeconds: dayInSeconds,
  };
}

/** Its logo, a PNG or a WebP. */
export async function answerBrandLogo(
  deps: PortalDeps,
  { params }: Visit<unknown>,
): Promise<PageAnswer> {
  const logo = (await brandOf(deps, params.organisation))?.logo ?? null;
  if (logo === null) return unknownPage;
  return {
    answer: 'file',
    contentType: logo.type,
    bytes: Buffer.from(logo.base64, 'base64'),
    maxAgeSeconds: dayInSeconds,
  };
}

async function brandOf({ readPageSettings }: PortalDeps, raw: string | undefined) {
  const id = parseId<OrganisationId>(raw ?? '');
  return id === null ? null : ((await readPageSettings(id))?.brand ?? null);
}
