/** What can be wrong with a field beside what is stored; what its form alone says is asked before. */
export type PathFaultCode = 'not_found' | 'invalid' | 'duplicate' | 'conflict' | 'range';

/** Where it is in what was given, in the words of the use case: `['tiers', 1, 'periodIds', 0]`. */
export type PathFault = {
  readonly path: readonly (string | number)[];
  readonly code: PathFaultCode;
  /** Of what is out of range, where there are such. */
  readonly bounds?: { readonly minimum?: number; readonly maximum?: number };
};
