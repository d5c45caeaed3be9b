import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeEditPackage } from '../../../../src/application/catalogue/edit-package.js';
import type { EditPackageCommand } from '../../../../src/application/catalogue/package-commands.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import { type EditingWorld, made, noon, startEditing } from './editing-world.js';

const pack = buildPackage({ number: 100, name: 'Starter', code: 'starter' });
const bundle = buildPackage({ number: 200, kind: 'bundle' });
let world: EditingWorld;
beforeEach(async () => {
  world = await startEditing([pack, bundle]);
});

const edit = (given: Partial<EditPackageCommand> = {}) =>
  makeEditPackage(world.deps)({
    organisationId: world.organisationId,
    id: pack.id,
    name: 'Starter',
    ifMatch: null,
    ...given,
  });

describe('An edit of a package', () => {
  test('changes its name and whether it is archived, and counts', async () => {
    const next = { ...pack, name: 'Other', archived: true };
    const revision = { version: 2, createdAt: made, updatedAt: noon };
    expect(await edit({ name: 'Other', archived: true })).toMatchObject({
      ok: true,
      package: next,
      revision,
    });
    expect((await world.cached())?.packagesById.get(pack.id)).toEqual(next);
  });

  test('that changes nothing is answered at the same version', async () => {
    expect(await edit({ code: 'starter', archived: false })).toMatchObject({
      ok: true,
      package: pack,
      revision: { version: 1 },
    });
  });

  test('of what is unknown or of another kind is none', async () => {
    const unknown = { ok: false, failure: 'not_found' };
    expect(await edit({ id: newId() })).toEqual(unknown);
    expect(await edit({ id: bundle.id })).toEqual(unknown);
  });

  test('is refused where another version was expected, before anything is said of its code', async () => {
    const moved = { ok: false, failure: 'version_mismatch' };
    expect(await edit({ ifMatch: [2], code: 'other' })).toEqual(moved);
    expect(await edit({ ifMatch: [1], name: 'Other' })).toMatchObject({ ok: true });
    expect(await edit({ ifMatch: [1], name: 'Late' })).toEqual(moved);
  });

  test('cannot change its code', async () => {
    expect(await edit({ code: 'other' })).toEqual({
      ok: false,
      failure: 'invalid',
      faults: [{ path: ['code'], code: 'conflict' }],
    });
  });

  test('loses none of many that come at once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const edits = await Promise.all(names.map((name) => edit({ name })));
    expect(edits.map((it) => it.ok && it.revision.version).toSorted()).toEqual([2, 3, 4, 5, 6]);
  });
});
