/** What makes a spreadsheet run a cell as a formula where it begins with it. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Lines of a CSV file (RFC 4180) in UTF-8. A cell that a spreadsheet would run is led in by an apostrophe, so that it is
 * shown. Example: `=1+1` becomes `'=1+1`.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  const shown = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
