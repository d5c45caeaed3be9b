import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';
import type { OrganisationStore } from '../../application/ports/organisation-store.js';
import { defaultPageSettings, type PageSettings } from '../../domain/portal/portal-settings.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { pageSettingsFields, pageSettingsOf } from '../mappers/page-settings.mapper.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { OrganisationDocument } from '../schemas/organisation.schema.js';

type Fields = Readonly<Record<string, unknown>>;

/** How the pages of organisations are: a part of their documents that is read by itself. */
export function makeOrganisationPages({
  models,
  reading,
  writing,
}: Database): Pick<OrganisationStore, 'readPages' | 'replacePages'> {
  const { organisations } = models;
  const collection = driverCollection<OrganisationDocument>(organisations);

  return {
    readPages: async (id) => {
      const own = { _id: objectIdOf(id) };
      const document = await reading(() => organisations.findOne(own, { pages: 1 }).lean().exec());
      return document === null ? null : pageSettingsOf(document.pages);
    },

    replacePages: async (id, { seen, next }) => {
      const filter = {
        _id: objectIdOf(id),
        ...asSeen(seen),
      } as mongo.Filter<OrganisationDocument>;
      const $set = pageSettingsFields(next);
      const { matchedCount } = await writing(() => collection.updateOne(filter, { $set }));
      return matchedCount > 0;
    },
  };
}

/** Whether the parts are as they were seen, each value by its place; what was never said is as by default. */
function asSeen(seen: Partial<PageSettings>): Fields {
  const parts = Object.entries(pageSettingsFields(seen)).map(([path, value]) => {
    const leaves = { $and: leavesOf(path, value) };
    return isDefault(path, value) ? { $or: [{ [path]: { $exists: false } }, leaves] } : leaves;
  });
  return parts.length === 0 ? {} : { $and: parts };
}

function isDefault(path: string, value: unknown): boolean {
  return isDeepStrictEqual(pageSettingsFields(defaultPageSettings)[path], value);
}

/** Fields of a document have an order, which is no matter of their values: so each is asked for by itself. */
function leavesOf(path: string, value: unknown): Fields[] {
  const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPart) return [{ [path]: value }];
  return Object.entries(value).flatMap(([name, it]) => leavesOf(`${path}.${name}`, it));
}
