import type { OrganisationImport } from '../../../../src/application/import/organisation-import.js';
import { documentSource, parseDocument } from '../../../../src/cli/import-file/read-document.js';
import { fileDraft, type FileDraft } from '../../cli/import-file-text.js';
import { makeInMemoryInstallation } from './in-memory-installation.js';
import { gathered } from './pages-of.js';

/** An installation of its own, and how a test brings files to it. */
export function bringFiles() {
  const installation = makeInMemoryInstallation();
  const run = async (drafts: readonly FileDraft[], isDryRun = false) => {
    const source = documentSource(organisationsOf(...drafts));
    const [page] = await gathered(installation.importOrganisations({ source, isDryRun }));
    if (page === undefined) throw new Error('nothing became of the document');
    const { plans, faults } = page;
    return faults.length > 0 ? ({ ok: false, faults } as const) : ({ ok: true, plans } as const);
  };
  return {
    installation,
    /** What it would do; nothing is written. */
    rehearse: (...drafts: readonly FileDraft[]) => run(drafts, true),
    /** Its plans; throws where it is refused. */
    bring: async (...drafts: readonly FileDraft[]) => {
      const result = await run(drafts);
      if (!result.ok) throw new Error(JSON.stringify(result.faults));
      return result.plans;
    },
    /** Its faults, none where it is accepted. */
    faultsOf: async (...drafts: readonly FileDraft[]): Promise<readonly string[]> => {
      const before = installation.writes.length;
      const result = await run(drafts);
      if (result.ok) return [];
      if (installation.writes.length > before) throw new Error('a refused file was written');
      return result.faults.map(({ path, problem }) => `${path}: ${problem}`);
    },
  };
}

export const otherId = (digit: string): string => digit.repeat(24);

/** The same file for another organisation, every id its own. */
export const otherOrganisation = fileDraft
  .with('organisation.id', otherId('a'))
  .with('clients.0.id', 'other')
  .with('packages.0.id', otherId('b'))
  .with('packages.1.id', otherId('c'))
  .with('accounts.0.id', otherId('d'))
  .with('user_products.0.account_id', otherId('d'))
  .with('user_products.0.id', otherId('f'));

function organisationsOf(...drafts: readonly FileDraft[]): readonly OrganisationImport[] {
  const texts = drafts.map((it) => it.text()).join();
  const parsed = parseDocument(drafts.length === 1 ? texts : `{"organisations": [${texts}]}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.organisations;
}
