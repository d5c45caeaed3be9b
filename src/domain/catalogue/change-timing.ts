/** When a change happens. */
export type ChangeTiming = 'immediately' | 'end_of_period';
