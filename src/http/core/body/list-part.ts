import { z } from 'zod';
import { tellFault } from './tell-fault.js';

/** How many items a list may have. */
type Size = { readonly minItems: number; readonly maxItems: number };

/** Items in order. A list that is too long or too short is told as that, and its items are not looked at. */
export function listPart<Item extends z.ZodType>(item: Item, size: Size) {
  return sized(z.array(item), size);
}

/** Items in order, each once: one that is there again is told where it is. */
export function setPart<Item extends z.ZodType<string>>(item: Item, size: Size) {
  const list = z.array(item).superRefine(
    (items, context) => {
      if (tellAgain([items.map((value, index) => ({ path: [index], value }))], context)) {
        tellInOrder([], context);
      }
    },
    { when: isList },
  );
  return sized(list, size);
}

/** Rows in order; of each of the fields that are named, a value may be in one row only. */
export function rowsPart<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape, z.core.$strict>,
  size: Size,
  onceEach: readonly (keyof Shape & string)[],
) {
  const fields = Object.keys(row.shape);
  const valueIn = (of: unknown, name: string) =>
    (of as Readonly<Record<string, unknown>> | null)?.[name];
  const list = z.array(row).superRefine(
    (rows: readonly unknown[], context) => {
      const found = onceEach.map((name) =>
        rows.map((it, index) => ({ path: [index, name], value: valueIn(it, name) })),
      );
      if (tellAgain(found, context)) tellInOrder(fields, context);
    },
    { when: isList },
  );
  return sized(list, size);
}

/** Where some items are faulty too: what is there again is told beside that. */
function isList({ value }: { readonly value: unknown }): boolean {
  return Array.isArray(value);
}

/** zod reads all items of a list before it looks at its length: here that comes first. */
function sized<Item extends z.ZodType>(list: z.ZodArray<Item>, { minItems, maxItems }: Size) {
  const documented = list.meta({ minItems, maxItems });
  return z.preprocess((sent, context) => {
    const length = Array.isArray(sent) ? sent.length : minItems;
    if (length > maxItems) tellFault(context, { fault: 'too_many_items', maxItems });
    if (length < minItems) tellFault(context, { fault: 'too_few_items', minItems });
    return sent;
  }, documented);
}

type Path = readonly PropertyKey[];
type Found = { readonly path: Path; readonly value: unknown };

const keyOf = ([first, second]: Path = []) => `${String(first)} ${String(second)}`;

/** Whether in one of these lists something is there again, which is then told; what is faulty is nothing. */
function tellAgain(lists: readonly (readonly Found[])[], context: z.RefinementCtx): boolean {
  const before = context.issues.length;
  const faulty = new Set(context.issues.map(({ path }) => keyOf(path)));
  for (const found of lists) {
    const seen = new Set<unknown>();
    for (const { path, value } of found) {
      if (value === undefined || (faulty.size > 0 && faulty.has(keyOf(path)))) continue;
      if (seen.has(value)) tellFault(context, { fault: 'duplicate' }, path);
      seen.add(value);
    }
  }
  return context.issues.length > before;
}

/** Row by row; in a row, or in the body itself, in the order of its fields, then what nobody knows there. */
export function tellInOrder(fields: readonly string[], { issues }: z.RefinementCtx): void {
  const fieldAt = (name: PropertyKey | undefined) =>
    name === undefined ? fields.length : fields.indexOf(String(name));
  const placeOf = ([first, second]: Path = []) =>
    typeof first === 'number' ? first * (fields.length + 1) + fieldAt(second) : fieldAt(first);
  issues.sort((a, b) => placeOf(a.path) - placeOf(b.path));
}
