import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import ts from 'typescript';

export type GeneratedClient = {
  /** What the compiler says of it, a line each. */
  readonly faults: readonly string[];
  /** Every type that it exports. */
  readonly types: readonly string[];
  /** Where its JavaScript can be imported from. */
  readonly entry: string;
};

/** Has a generator that is not ours write a client of this API document into that folder, and compiles it. */
export async function generateClient(document: object, folder: string): Promise<GeneratedClient> {
  const source = path.join(folder, 'source');
  const outDir = path.join(folder, 'compiled');
  await createClient({
    input: { ...document },
    output: { path: source, module: { extension: '.js' }, tsConfigPath: null },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
    logs: { level: 'silent', file: false },
  });
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const program = ts.createProgram([path.join(source, 'index.ts')], {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    types: [],
    strict: true,
    skipLibCheck: true,
    outDir,
  });
  program.emit();
  return {
    faults: ts.getPreEmitDiagnostics(program).map(textOf),
    types: exportedTypes(program, path.join(source, 'types.gen.ts')),
    entry: path.join(outDir, 'index.js'),
  };
}

function textOf({ file, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}

function exportedTypes(program: ts.Program, file: string): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map((it) => it.name);
}
