/** How what meets is sent. */
export type Together<Item, Answer> = {
  /** So many commands under way before others wait to go out together. */
  readonly atOnce: number;
  /** So many items in one command. */
  readonly mostItems: number;
  readonly sendOne: (item: Item) => Promise<Answer>;
  /** One answer for each item, in their order. What it throws is told to all who asked. */
  readonly sendMany: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Whether a failure is that of single items: then each is sent again by itself, done already or not. */
  readonly isOfSingleItems: (error: unknown) => boolean;
  readonly sendAgain?: (item: Item) => Promise<Answer>;
};

type Asked<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer | PromiseLike<Answer>) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Sends items that meet as one command (docs/architecture.md §3): whatever is asked for while so many commands are
 * under way goes out together as soon as one of them returns. So a lone item is sent at once and waits for nobody, and
 * the more come together the fewer commands each of them costs.
 */
export function makeSendTogether<Item, Answer>(
  together: Together<Item, Answer>,
): (item: Item) => Promise<Answer> {
  let waiting: Asked<Item, Answer>[] = [];
  let underWay = 0;

  const sendWaiting = (): void => {
    if (waiting.length === 0 || underWay >= together.atOnce) return;
    const batch = waiting.slice(0, together.mostItems);
    waiting = waiting.slice(together.mostItems);
    underWay += 1;
    void settle(together, batch).then(() => {
      underWay -= 1;
      sendWaiting();
    });
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      sendWaiting();
    });
}

/** Never rejects: what went wrong is told to those who asked. */
async function settle<Item, Answer>(
  { sendOne, sendMany, isOfSingleItems, sendAgain }: Together<Item, Answer>,
  batch: readonly Asked<Item, Answer>[],
): Promise<void> {
  const items = batch.map(({ item }) => item);
  try {
    const [only, ...others] = items;
    const answers =
      only !== undefined && others.length === 0 ? [await sendOne(only)] : await sendMany(items);
    if (answers.length !== batch.length) throw new Error('not every item was answered');
    batch.forEach(({ resolve }, index) => {
      resolve(answers[index] as Answer);
    });
  } catch (error) {
    const isMendable = batch.length > 1 && isOfSingleItems(error);
    for (const { item, resolve, reject } of batch) {
      if (isMendable) resolve((sendAgain ?? sendOne)(item));
      else reject(error);
    }
  }
}
