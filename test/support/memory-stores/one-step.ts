/** The methods of a store, each a plain function that is done when it returns. */
export type Steps<Store> = {
  readonly [Name in keyof Store]: Store[Name] extends (
    ...given: infer Given
  ) => Promise<infer Answer>
    ? (...given: Given) => Answer
    : never;
};

type Step = (...given: readonly unknown[]) => unknown;

/**
 * A store whose methods are done in one step each, some time after the call, as a database does them: others may come
 * in between two calls, and nobody in the middle of one. What a step throws its caller gets as a rejection.
 */
export function inOneStep<Store extends object>(steps: Steps<Store>): Store {
  const methods = Object.entries<Step>(steps as Readonly<Record<string, Step>>).map(
    ([name, step]) => [
      name,
      async (...given: readonly unknown[]) => {
        await new Promise((resolve) => setImmediate(resolve));
        return step(...given);
      },
    ],
  );
  return Object.fromEntries(methods) as Store;
}
