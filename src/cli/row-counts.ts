import type { ImportPlan } from '../application/import/plan-import.js';

/** What became of the rows of an import, told as the plans of its pages come in. */
export type RowCounts = {
  add(plan: ImportPlan): void;
  /** Tells the numbers of the last organisation. */
  end(): void;
};

type Counts = { readonly id: string; readonly accounts: Count; readonly userProducts: Count };
type Count = { created: number; all: number };

/** Each organisation, client and package by name; accounts and user products, which may be many, by number. */
export function makeRowCounts(tell: (...columns: readonly (string | number)[]) => void): RowCounts {
  let counted: Counts | null = null;

  const tellRows = (rows: string, { created, all }: Count): void => {
    tell(rows, `${String(created)} created`, `${String(all - created)} kept as they are`);
  };

  const end = (): void => {
    if (counted === null) return;
    tellRows('accounts', counted.accounts);
    tellRows('user products', counted.userProducts);
    counted = null;
  };

  const countsOf = ({ file, organisation }: ImportPlan): Counts => {
    const { id } = file.organisation;
    if (counted?.id === id) return counted;
    end();
    tell('organisation', id, organisation);
    counted = { id, accounts: { created: 0, all: 0 }, userProducts: { created: 0, all: 0 } };
    return counted;
  };

  return {
    add: (plan) => {
      const { accounts, userProducts } = countsOf(plan);
      for (const { client, fate } of plan.clients) tell('client', client.id, fate);
      for (const it of plan.packages) tell('package', it.package.code, it.fate);
      accounts.created += plan.accounts.length;
      accounts.all += plan.file.accounts.length;
      userProducts.created += plan.userProducts.length;
      userProducts.all += plan.file.userProducts.length;
    },
    end,
  };
}
