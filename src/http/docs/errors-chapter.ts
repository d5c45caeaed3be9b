/** Cells of a table, from left to right. */
export type ErrorsRow = readonly string[];

export type ErrorsSection = {
  /** Null: the first of its chapter, which needs none. */
  readonly heading: string | null;
  /** Empty where the table says it all. */
  readonly text: string;
  readonly head: ErrorsRow;
  readonly rows: readonly ErrorsRow[];
};

/** What docs/errors.md says of one API. */
export type ErrorsChapter = {
  readonly heading: string;
  readonly text: string;
  readonly sections: readonly ErrorsSection[];
};
