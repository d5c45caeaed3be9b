import { describe, expect, test } from '@jest/globals';
import { checkOwners } from '../../../../src/application/import/check-owners.js';
import type { TimeZone } from '../../../../src/domain/time/instant.js';
import { idOf } from '../../../support/domain/id-of.js';
import { client, importFile, importState, inWords, organisation } from './import-rows.js';

const live = { ...organisation, live: true, testClockAt: null };
const standing = (organisationId = organisation.id) =>
  new Map([
    [
      client.id,
      {
        ...{ id: client.id, organisationId, secretHash: 'x', scopes: [] },
        ...{ provisionService: 'tulo', disabled: false },
      },
    ],
  ]);
const faults = (...[file, state]: Parameters<typeof checkOwners>) =>
  inWords(checkOwners(file, state));

describe('The owners of a file', () => {
  test('may be new, or as they stand', () => {
    expect(faults(importFile(), importState())).toEqual([]);
    expect(faults(importFile(), importState({ clients: standing() }))).toEqual([]);
  });

  test('may not take back that they are live', () => {
    const state = importState({ organisation: live });
    expect(faults(importFile(), state)).toEqual([
      'organisation.live: must be true: an organisation that is live never ceases to be',
    ]);
    expect(faults(importFile({ organisation: { ...organisation, live: true } }), state)).toEqual(
      [],
    );
  });

  test('may not have another time zone while user products live by the old one', () => {
    const standingIn = {
      ...organisation,
      timeZone: 'Europe/London' as TimeZone,
      testClockAt: null,
    };
    const state = importState({ organisation: standingIn, isZoneInUse: true });
    expect(faults(importFile({ path: 'organisations[1].' }), state)).toEqual([
      'organisations[1].organisation.time_zone: must be Europe/London as long as the organisation has living user products',
    ]);
    expect(faults(importFile(), { ...state, isZoneInUse: false })).toEqual([]);
  });

  test('may not be another organisation’s', () => {
    const state = importState({
      clients: standing(idOf(9)),
      elsewhere: new Set([idOf(2)]),
    });
    expect(faults(importFile({ path: 'organisations[1].' }), state)).toEqual([
      'organisations[1].clients[0].id: is the id of a client of another organisation',
      'organisations[1].accounts[0].id: belongs to another organisation',
    ]);
  });

  test('need a secret where they are new, unless it is withheld', () => {
    const without = { ...client, secret: null };
    const needed = 'clients[0].secret: is needed: there is no such client yet';
    expect(faults(importFile({ clients: [without] }), importState())).toEqual([needed]);
    const withheld = [{ ...without, isSecretWithheld: true }];
    expect(faults(importFile({ clients: withheld }), importState())).toEqual([]);
    const known = importState({ clients: standing() });
    expect(faults(importFile({ clients: [without] }), known)).toEqual([]);
  });
});
