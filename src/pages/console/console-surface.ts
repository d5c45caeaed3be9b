import { secondsLeftOf } from '../../application/portal/page-session-life.js';
import { type OrganisationId, parseId } from '../../domain/ids.js';
import { roleIn } from '../../domain/operators/operator.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { ConsoleOperator } from '../../application/operators/read-console-operator.js';
import type { Assets } from '../kit/assets.js';
import type { Surface } from '../kit/surface.js';
import { languageOf } from '../kit/words.js';
import { writtenIn } from '../kit/written.js';
import type { ConsoleDeps } from './console-deps.js';
import { consoleFailurePage } from './failure-page.js';
import { makeConsoleFrame } from './frame.js';
import { organisationIn } from './paths.js';
import { consoleRoutes } from './routes.js';
import {
  consoleNobody,
  type ConsoleNobody,
  type ConsolePlace,
  type ConsoleVisitor,
} from './visitor.js';

export type ConsoleSurfaceDeps = ConsoleDeps & {
  readonly assets: Assets;
  readonly consoleBaseUrl: string | null;
};

/** Pages that are about no organisation have none whose zone would be theirs. */
const noZone = 'UTC' as TimeZone;

/** The operator's console (docs/spec/pages.md §10–§13). */
export function makeConsoleSurface(
  deps: ConsoleSurfaceDeps,
): Surface<ConsoleVisitor, ConsoleNobody> {
  return {
    name: 'console',
    baseUrl: deps.consoleBaseUrl,
    routes: consoleRoutes(deps),
    visitorOf: async (secret, { headers, path }) => {
      const read = await deps.readPageSession({ secret, kind: 'console' });
      const operator = read.ok ? await deps.readConsoleOperator(read.session) : null;
      if (!read.ok || operator === null) return { isIn: false, nobody: consoleNobody(headers) };
      const { locale } = read.session;
      const at = await placeOf(deps, operator, path);
      const secondsLeft = secondsLeftOf(read.session, deps.clock.now());
      return { isIn: true, visitor: { kind: 'operator', operator, secondsLeft, locale, at } };
    },
    nobody: consoleNobody,
    writtenFor: (visitor, headers) => {
      const session = visitor.kind === 'operator' ? visitor.locale : null;
      const asked = { session, acceptLanguage: headers['accept-language'] };
      const zone = visitor.kind === 'operator' ? visitor.at?.organisation.timeZone : undefined;
      return writtenIn(languageOf(asked, ['en', 'sv']), zone ?? noZone);
    },
    frame: makeConsoleFrame(deps.assets),
    failurePage: consoleFailurePage,
  };
}

/** The organisation in the address, where the operator is something there. */
async function placeOf(
  { readContext }: ConsoleDeps,
  operator: ConsoleOperator,
  path: string,
): Promise<ConsolePlace | null> {
  const id = parseId<OrganisationId>(organisationIn(path) ?? '');
  const role = id === null ? null : roleIn(operator, id);
  if (id === null || role === null) return null;
  const context = await readContext(id);
  return context === null ? null : { ...context, role };
}
