export type IntervalUnit = 'day' | 'week' | 'month' | 'year';

/** How long a payment period lasts in the organisation's calendar: `{unit: 'month', length: 3}` is a quarter. */
export type Interval = { readonly unit: IntervalUnit; readonly length: number };
