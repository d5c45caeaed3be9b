import path from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { textOf, typeScriptBelow } from './source-files.js';

/**
 * What may be asked without naming an organisation first (docs/architecture.md §6): a client by its id, which is unique
 * in the installation; the organisations themselves; the drain, and how long it is behind; operators, who may work for
 * several; what belongs to no organisation; and links and sessions of pages by the hash of their secret. That hash of 256
 * random bits names one owner, and whoever brings it has not said yet who they are. An operator's are of no organisation.
 */
const exceptions = [
  'backlog-store.oldestEntryAt',
  'client-store.find',
  'client-store.insert',
  'database-health.ensureIndexes',
  'database-health.hasRoom',
  'database-health.missingIndexes',
  'database-health.ping',
  'operator-store.find',
  'operator-store.findByEmail',
  'operator-store.findByIdentity',
  'operator-store.insert',
  'operator-store.list',
  'operator-store.replace',
  'organisation-pages.readPages',
  'organisation-pages.replacePages',
  'organisation-store.find',
  'organisation-store.list',
  'organisation-store.save',
  'organisation-store.setTestClock',
  'outbox-store.findDrainable',
  'outbox-store.insertSuccessors',
  'outbox-store.markDrained',
  'outbox-store.releaseInserted',
  'page-access-store.findLink',
  'page-access-store.findSession',
  'page-access-store.insertLink',
  'page-access-store.insertSession',
  'page-access-store.removeOver',
  'page-access-store.removeSession',
  'page-access-store.removeSessionsOf',
  'page-access-store.updateSession',
  'page-access-store.useLink',
  'period-end-holds.holdPeriodEnds',
  'period-end-holds.listHeld',
  'period-end-holds.readClock',
  'period-end-holds.releasePeriodEnds',
];

type StoreMethod = { name: string; takesOrganisationFirst: boolean; usesIt: boolean };

/** The members of the objects that those functions of a file return which are handed the database. */
function methodsOf(file: string): readonly StoreMethod[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);
  const makers = source.statements.filter(isHandedTheDatabase);
  const store = path.basename(file, '.ts');
  return makers
    .flatMap(returnedObjects)
    .flatMap((object) => [...object.properties])
    .filter((property) => !isMakerOfMembers(property))
    .map((property) => {
      const method = functionOf(property);
      return {
        name: `${store}.${property.name?.getText() ?? property.getText()}`,
        takesOrganisationFirst: method?.parameters[0]?.name.getText() === 'organisationId',
        usesIt: /\borganisationId\b/.test(method?.body?.getText() ?? ''),
      };
    });
}

function isHandedTheDatabase(statement: ts.Statement): statement is ts.FunctionDeclaration {
  return (
    ts.isFunctionDeclaration(statement) &&
    statement.parameters.some((it) => it.type?.getText() === 'Database')
  );
}

/** As `...makeReads(database)`: its members are looked at where it is declared. */
function isMakerOfMembers(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isSpreadAssignment(property) || !ts.isCallExpression(property.expression)) return false;
  return makerNames.has(property.expression.expression.getText());
}

function returnedObjects(maker: ts.FunctionDeclaration): readonly ts.ObjectLiteralExpression[] {
  return (maker.body?.statements ?? []).flatMap((it) =>
    ts.isReturnStatement(it) && it.expression && ts.isObjectLiteralExpression(it.expression)
      ? [it.expression]
      : [],
  );
}

function functionOf(property: ts.ObjectLiteralElementLike) {
  if (ts.isMethodDeclaration(property)) return property;
  if (!ts.isPropertyAssignment(property)) return undefined;
  const { initializer } = property;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)
    ? initializer
    : undefined;
}

const makerNames = new Set(
  typeScriptBelow('src/storage/stores').flatMap((file) =>
    ts
      .createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true)
      .statements.filter(isHandedTheDatabase)
      .map((it) => it.name?.text),
  ),
);
const methods = typeScriptBelow('src/storage/stores').flatMap(methodsOf);

test('every file that is handed the database is looked at', () => {
  const files = typeScriptBelow('src/storage/stores').filter((it) =>
    /\bDatabase\b/.test(textOf(it)),
  );
  const stores = new Set(methods.map((it) => it.name.split('.')[0]));
  expect(files.length).toBeGreaterThan(0);
  expect(files.map((it) => path.basename(it, '.ts')).filter((it) => !stores.has(it))).toEqual([]);
});

test('every store method takes the organisation first, but for those that are listed', () => {
  const without = methods.filter((it) => !it.takesOrganisationFirst).map((it) => it.name);
  expect(without.toSorted()).toEqual(exceptions);
});

test('and puts it into what it asks', () => {
  const asking = methods.filter((it) => it.takesOrganisationFirst);
  expect(asking.filter((it) => !it.usesIt)).toEqual([]);
});
