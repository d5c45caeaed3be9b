import type { ImportFault } from '../application/import/organisation-import.js';
import type { ImportPage as BringPage } from '../application/import/import-pages.js';
import type { ImportPlan } from '../application/import/plan-import.js';
import { say, type CliContext } from './cli-context.js';
import type { OperatorApplication } from './command-deps.js';
import { CommandFailure } from './command-failure.js';
import { readPages, type PageOfFile } from './import-file/read-pages.js';
import { makeProgress } from './progress.js';
import { makeRowCounts } from './row-counts.js';

type RowsCommand = { readonly file: string; readonly isDryRun: boolean };

/** So many faults are listed before even a dry run gives up. */
const mostFaults = 1_000;

/**
 * Imports an NDJSON file page by page and says what became of it. The first page with a fault ends it: what stands
 * before is written. A dry run writes nothing and goes through the whole file.
 */
export async function importRows(
  context: CliContext,
  application: Pick<OperatorApplication, 'importPages'>,
  { file, isDryRun }: RowsCommand,
): Promise<void> {
  const bring = application.importPages({ isDryRun });
  const progress = makeProgress(context.stderr);
  const tell = (...columns: readonly (string | number)[]): void => {
    progress.clear();
    say(context, ...columns);
  };
  const counts = makeRowCounts(tell);
  let faultCount = 0;
  for await (const page of readPages(file)) {
    const { faults, plan } = await bringPage(bring, page, isDryRun);
    if (plan !== null) counts.add(plan);
    for (const { path, problem } of faults) tell(`${path}: ${problem}`);
    faultCount += faults.length;
    if (faults.length > 0 && !isDryRun) {
      counts.end();
      throw stoppedAt(page, faults.length);
    }
    if (faultCount >= mostFaults) break;
    progress.show(`${page.lastLine.toLocaleString('en')} lines`);
  }
  counts.end();
  if (faultCount > 0) throw new CommandFailure(`${countOf(faultCount)}; nothing was written`);
  if (isDryRun) tell('dry run: nothing was written');
}

type Brought = { readonly plan: ImportPlan | null; readonly faults: readonly ImportFault[] };

/** With a line at fault nothing of its page is written; a dry run still checks the others, beside which later pages stand. */
async function bringPage(
  bring: BringPage,
  { file, faults, atItsLine }: PageOfFile,
  isDryRun: boolean,
): Promise<Brought> {
  if (file === null || (faults.length > 0 && !isDryRun)) return { plan: null, faults };
  const planned = await bring(file);
  if (planned.ok) return { plan: planned.plan, faults };
  return { plan: null, faults: [...faults, ...planned.faults.map(atItsLine)] };
}

function countOf(faults: number): string {
  return faults === 1 ? 'the file has one fault' : `the file has ${String(faults)} faults`;
}

function stoppedAt({ firstLine, lastLine }: PageOfFile, faults: number): CommandFailure {
  const written = firstLine === 1 ? 'nothing was written' : 'the lines before are written';
  return new CommandFailure(
    `${countOf(faults)} in lines ${String(firstLine)} to ${String(lastLine)}; ${written}; repair it and import it again`,
  );
}
