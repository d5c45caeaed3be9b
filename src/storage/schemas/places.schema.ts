import * as field from './fields.js';
import { partSchema } from './schema-options.js';

/** How many places of an owner are taken, and when the last one was. */
export type PlacesDocument = { taken: number; at: Date };

export const placesSchema = partSchema({ taken: field.wholeNumber, at: field.instant });
