import { readFile } from 'node:fs/promises';
import type { ImportPage, ImportSource } from '../../application/import/import-source.js';
import type {
  ImportFault,
  OrganisationImport,
} from '../../application/import/organisation-import.js';
import { withDefaultCurrency } from './default-currency.js';
import { describeIssues } from './describe-issues.js';
import { installationFileSchema, organisationFileSchema } from './file-schema.js';
import { toOrganisationImport } from './to-organisation-import.js';

export type ParsedDocument =
  | { readonly ok: true; readonly organisations: readonly OrganisationImport[] }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

/** The organisations of a JSON document (docs/spec/operations.md §4), or everything that is wrong with it by itself. */
export async function readDocument(file: string): Promise<ParsedDocument> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return wholeFault('cannot be read');
  return parseDocument(text);
}

/** The same for a text. */
export function parseDocument(text: string): ParsedDocument {
  const content = parseJson(text.replace(/^\uFEFF/, ''));
  if (!content.ok) return wholeFault(isLines(text) ? noLines : content.problem);
  if (isObject(content.value) && 'organisations' in content.value) {
    return parseSeveral(content.value);
  }
  fillCurrency(content.value);
  const parsed = organisationFileSchema.safeParse(content.value);
  return parsed.success
    ? { ok: true, organisations: [toOrganisationImport(parsed.data, '')] }
    : { ok: false, faults: describeIssues(parsed.error.issues, content.value) };
}

/** Organisations as one page, so that all of them are checked before anything is written. */
export function documentSource(organisations: readonly OrganisationImport[]): ImportSource {
  const page = {
    organisations,
    faults: [],
    lines: null,
    atItsPlace: (fault: ImportFault) => fault,
  };
  return { format: 'document', pages: onePage(page) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a source of pages is asynchronous
async function* onePage(page: ImportPage): AsyncGenerator<ImportPage> {
  yield page;
}

const noLines = 'looks like NDJSON, but its first line does not name its sort in "row"';

function parseSeveral(content: { readonly organisations: unknown }): ParsedDocument {
  const { organisations } = content;
  if (Array.isArray(organisations)) organisations.forEach(fillCurrency);
  const parsed = installationFileSchema.safeParse(content);
  if (!parsed.success) return { ok: false, faults: describeIssues(parsed.error.issues, content) };
  return {
    ok: true,
    organisations: parsed.data.organisations.map((it, index) =>
      toOrganisationImport(it, `organisations[${String(index)}].`),
    ),
  };
}

/** Prices of an organisation that name no currency are in its own. */
function fillCurrency(content: unknown): void {
  const organisation = isObject(content) && 'organisation' in content ? content.organisation : null;
  if (!isObject(organisation) || !('currency' in organisation)) return;
  withDefaultCurrency(content, organisation.currency);
}

function wholeFault(problem: string): ParsedDocument {
  return { ok: false, faults: [{ path: 'the file', problem }] };
}

type Content = { ok: true; value: unknown } | { ok: false; problem: string };

/** A parser's own words would quote the file, secrets included: only the place is kept. */
function parseJson(text: string): Content {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    if (position === undefined) return { ok: false, problem: 'is not JSON' };
    const line = text.slice(0, Number(position)).split('\n').length;
    return { ok: false, problem: `is not JSON: see line ${String(line)}` };
  }
}

/** Whether the first line is a whole object, though the text is not. */
function isLines(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  const content = parseJson(first);
  return content.ok && isObject(content.value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
