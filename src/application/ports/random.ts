/** A number in [0, 1). For jitter and for the order of buckets; never for an id or a secret. */
export type Random = () => number;
