/** A JSON Schema (2020-12), as the API document prints it. */
export type JsonSchema = Readonly<Record<string, unknown>>;
