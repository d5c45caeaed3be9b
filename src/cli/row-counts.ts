import type { ImportPlan } from '../application/import/plan-import.js';

/** What became of the rows of an import, printed as the plans of its pages come in. */
export type RowCounts = {
  add(plan: ImportPlan): void;
  /** Prints the numbers of the last organisation. */
  end(): void;
};

type Counts = {
  readonly id: string;
  readonly accounts: Count;
  readonly documents: Count;
  readonly userProducts: Count;
};
type Count = { created: number; all: number };

/** Each organisation, client, package and product group by name; accounts, documents and user products, which may be many, by number. */
export function makeRowCounts(
  print: (...columns: readonly (string | number)[]) => void,
): RowCounts {
  let counted: Counts | null = null;

  const printRows = (rows: string, { created, all }: Count): void => {
    print(rows, `${String(created)} created`, `${String(all - created)} kept as they are`);
  };

  const end = (): void => {
    if (counted === null) return;
    printRows('accounts', counted.accounts);
    if (counted.documents.all > 0) printRows('billing documents', counted.documents);
    printRows('user products', counted.userProducts);
    counted = null;
  };

  const countsOf = ({ file, organisation }: ImportPlan): Counts => {
    const { id } = file.organisation;
    if (counted?.id === id) return counted;
    end();
    print('organisation', id, organisation);
    const none = () => ({ created: 0, all: 0 });
    counted = { id, accounts: none(), documents: none(), userProducts: none() };
    return counted;
  };

  return {
    add: (plan) => {
      const { accounts, documents, userProducts } = countsOf(plan);
      for (const { client, effect } of plan.clients) print('client', client.id, effect);
      for (const it of plan.packages) print('package', it.package.code, it.effect);
      for (const it of plan.webhookEndpoints) print('webhook', it.endpoint.id, it.effect);
      for (const it of plan.productGroups) print('product group', it.group.id, it.effect);
      accounts.created += plan.accounts.length;
      accounts.all += plan.file.accounts.length;
      documents.created += plan.documents.length;
      documents.all += plan.file.documents.length;
      userProducts.created += plan.userProducts.length;
      userProducts.all += plan.file.userProducts.length;
    },
    end,
  };
}
