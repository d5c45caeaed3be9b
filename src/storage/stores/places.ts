import type { mongo } from 'mongoose';
import { BusyError } from '../../application/ports/failures.js';
import type { PlaceAsked, Places } from '../../application/ports/places.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { objectIdOf, toDate } from '../mappers/values.mapper.js';
import type { PlacesDocument } from '../schemas/places.schema.js';

type OwnerDocument = { _id: mongo.ObjectId; places?: PlacesDocument };
type Owner = { readonly _id: mongo.ObjectId; readonly organisation_id?: mongo.ObjectId };

/** What of an owner is looked at, and how its rows are counted, up to so many. */
type Counted = {
  readonly owners: mongo.Collection<OwnerDocument>;
  readonly owner: Owner;
  readonly count: (most: number) => Promise<number>;
};

/** A place that was taken so long ago and is no row by now never becomes one. */
const unusedAfterMs = 60_000;
const tries = 10;

/** The places that an account has for user products. */
export function makeProductPlaces(database: Database): Places<AccountId> {
  const { models, reading } = database;
  const owners = driverCollection<OwnerDocument>(models.accounts);
  const rows = driverCollection(models.userProducts);
  const counted = (organisationId: OrganisationId, accountId: AccountId): Counted => {
    const own = { organisation_id: objectIdOf(organisationId), account_id: objectIdOf(accountId) };
    return {
      owners,
      owner: { _id: own.account_id, organisation_id: own.organisation_id },
      count: (limit) => reading(() => rows.countDocuments(own, { limit })),
    };
  };
  return {
    take: (organisationId, accountId, asked) =>
      takePlace(database, counted(organisationId, accountId), asked),
    free: (organisationId, accountId) => freePlace(database, counted(organisationId, accountId)),
    forget: (organisationId, accountIds) =>
      forgetPlaces(database, owners, {
        _id: { $in: accountIds.map(objectIdOf) },
        organisation_id: objectIdOf(organisationId),
      }),
  };
}

/** The places that an organisation has for webhook endpoints. */
export function makeWebhookPlaces(database: Database): Places<OrganisationId> {
  const { models, reading } = database;
  const owners = driverCollection<OwnerDocument>(models.organisations);
  const rows = driverCollection(models.webhookEndpoints);
  const counted = (organisationId: OrganisationId): Counted => {
    const own = { organisation_id: objectIdOf(organisationId) };
    return {
      owners,
      owner: { _id: own.organisation_id },
      count: (limit) => reading(() => rows.countDocuments(own, { limit })),
    };
  };
  return {
    take: (organisationId, _owner, asked) => takePlace(database, counted(organisationId), asked),
    free: (organisationId) => freePlace(database, counted(organisationId)),
    forget: (organisationId) => forgetPlaces(database, owners, { _id: objectIdOf(organisationId) }),
  };
}

async function takePlace(
  database: Database,
  counted: Counted,
  asked: PlaceAsked,
): Promise<'taken' | 'full' | 'no_owner'> {
  const { owners, owner } = counted;
  const oneMore = { $inc: { 'places.taken': 1 }, $set: { 'places.at': toDate(asked.now) } };
  for (let left = tries; left > 0; left -= 1) {
    const free = { ...owner, 'places.taken': { $lt: asked.most } };
    const { matchedCount } = await database.writing(() => owners.updateOne(free, oneMore));
    if (matchedCount > 0) return 'taken';
    const found = await database.reading(() =>
      owners.findOne(owner, { projection: { places: 1 } }),
    );
    if (found === null) return 'no_owner';
    // Somebody has begun to count, or has freed a place, since the update did not match.
    if (found.places !== undefined && found.places.taken < asked.most) continue;
    const outcome = await countAnew({ writing: database.writing, ...counted }, found.places, asked);
    if (outcome !== 'moved') return outcome;
  }
  throw new BusyError('others keep taking places');
}

/** Where nothing was counted yet, or nobody has got a place for so long. `moved`: somebody else was faster. */
async function countAnew(
  { writing, owners, owner, count }: Counted & Pick<Database, 'writing'>,
  places: PlacesDocument | undefined,
  { most, now }: PlaceAsked,
): Promise<'taken' | 'full' | 'moved'> {
  if (places !== undefined && now - places.at.getTime() < unusedAfterMs) return 'full';
  const taken = await count(most);
  if (taken >= most) return 'full';
  const asSeen = { ...owner, places: places ?? { $exists: false } };
  const counted = { $set: { places: { taken: taken + 1, at: toDate(now) } } };
  const { matchedCount } = await writing(() => owners.updateOne(asSeen, counted));
  return matchedCount > 0 ? 'taken' : 'moved';
}

async function freePlace({ writing }: Database, { owners, owner }: Counted): Promise<void> {
  const filter = { ...owner, 'places.taken': { $gt: 0 } };
  await writing(() => owners.updateOne(filter, { $inc: { 'places.taken': -1 } }));
}

async function forgetPlaces(
  { writing }: Database,
  owners: Counted['owners'],
  filter: object,
): Promise<void> {
  await writing(() =>
    owners.updateMany({ ...filter, places: { $exists: true } }, { $unset: { places: '' } }),
  );
}
