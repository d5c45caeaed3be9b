/** Does a work once those before it, of the same key, are over. What it answers or fails with its caller gets. */
export type InTurn<Key> = <Answer>(key: Key, work: () => Promise<Answer>) => Promise<Answer>;

/**
 * Lets the works of one key wait for each other within this process; one that fails holds nobody up. Nothing depends on
 * it but that less is sent in vain: other processes do not wait.
 */
export function makeInTurn<Key>(): InTurn<Key> {
  const underWay = new Map<Key, Promise<unknown>>();

  return (key, work) => {
    const before = underWay.get(key) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.catch(() => undefined);
    underWay.set(key, settled);
    void settled.then(() => {
      if (underWay.get(key) === settled) underWay.delete(key);
    });
    return done;
  };
}
