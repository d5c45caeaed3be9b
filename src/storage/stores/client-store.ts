import type { ApiClient, ClientStore } from '../../application/ports/client-store.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { apiClientDocument, apiClientOf } from '../mappers/api-client.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { ApiClientDocument } from '../schemas/api-client.schema.js';
import { insertAbsent } from './duplicate-key.js';

type ClientChange = Partial<
  Pick<ApiClient, 'secretHash' | 'scopes' | 'provisionService' | 'disabled'>
>;

/** API clients; of their secrets only the hash. */
export function makeClientStore({ models, reading, writing, limits }: Database): ClientStore {
  const { apiClients } = models;

  return {
    find: async (id) => {
      const document = await reading(() => apiClients.findOne({ _id: id }).lean().exec());
      return document === null ? null : apiClientOf(document);
    },

    list: async (organisationId) => {
      const own = organisationId === 'all' ? {} : { organisation_id: objectIdOf(organisationId) };
      const documents = await reading(() =>
        apiClients.find(own).sort({ _id: 1 }).maxTimeMS(limits.replyMs).lean().exec(),
      );
      return documents.map(apiClientOf);
    },

    insert: async (client) => {
      const collection = driverCollection<ApiClientDocument>(apiClients);
      const present = await writing(() => insertAbsent(collection, [apiClientDocument(client)]));
      return present.length === 0;
    },

    update: async (organisationId, id, change) => {
      const filter = { _id: id, organisation_id: objectIdOf(organisationId) };
      const fields = changedFields(change);
      const { matchedCount } = await writing(() =>
        apiClients.updateOne(filter, { $set: fields }).exec(),
      );
      return matchedCount > 0;
    },
  };
}

function changedFields(change: ClientChange): Partial<ApiClientDocument> {
  const { secretHash, scopes, provisionService, disabled } = change;
  return {
    ...(secretHash === undefined ? {} : { secret_hash: secretHash }),
    ...(scopes === undefined ? {} : { scopes: [...scopes] }),
    ...(provisionService === undefined ? {} : { provision_service: provisionService }),
    ...(disabled === undefined ? {} : { disabled }),
  };
}
