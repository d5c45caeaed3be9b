import { describe, expect, test } from '@jest/globals';
import {
  makeDelegateClient,
  makeRotateDelegatedSecret,
} from '../../../../src/application/authorization/delegate-clients.js';
import type { ApiClient } from '../../../../src/application/ports/client-store.js';
import { type OrganisationId, toClientId } from '../../../../src/domain/ids.js';
import { recording } from '../../../support/ask-endpoint.js';
import { idOf } from '../../../support/domain/id-of.js';

const organisationId = idOf<OrganisationId>(1);
const notHeld = { ok: false, failure: 'scopes_not_held' };
const done = { ok: true, secret: 's' };

describe('A client that another one adds', () => {
  const wanted = { organisationId, id: 'b', secret: null, provisionService: 'tulo' };

  test('may do what that one may, or less', async () => {
    const { useCase, asked } = recording(done);
    const delegate = makeDelegateClient({ addClient: useCase });
    const added = await delegate({ ...wanted, scopes: ['/a'], heldScopes: ['/a', '/b'] });
    expect([added, asked]).toEqual([done, [{ ...wanted, scopes: ['/a'] }]]);
  });

  test('may do nothing that it may not', async () => {
    const { useCase, asked } = recording(done);
    const delegate = makeDelegateClient({ addClient: useCase });
    const refused = await delegate({ ...wanted, scopes: ['/a', '/c'], heldScopes: ['/a', '/b'] });
    expect([refused, asked]).toEqual([notHeld, []]);
  });
});

describe('The new secret of a client', () => {
  const id = toClientId('b');
  const asking = (edits: Partial<ApiClient>, heldScopes: readonly string[]) => {
    const { useCase, asked } = recording(done);
    const client = { id, organisationId, scopes: ['/a'], ...edits } as ApiClient;
    const find = () => Promise.resolve(client);
    const rotate = makeRotateDelegatedSecret({ clients: { find }, rotateClientSecret: useCase });
    return { answered: rotate({ organisationId, id, secret: null, heldScopes }), asked };
  };

  test('is told to who may do as much', async () => {
    const { answered, asked } = asking({}, ['/a', '/b']);
    expect([await answered, asked]).toEqual([done, [{ organisationId, id, secret: null }]]);
  });

  test('is not told to who may do less', async () => {
    const { answered, asked } = asking({}, ['/b']);
    expect([await answered, asked]).toEqual([notHeld, []]);
  });

  test('of another organisation says nothing of what that may do', async () => {
    const { answered, asked } = asking({ organisationId: idOf(2) }, ['/b']);
    await answered;
    expect(asked).toHaveLength(1);
  });
});
