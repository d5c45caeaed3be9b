import type { Command } from 'commander';
import type { StoredUserProduct } from '../../application/ports/user-product-store.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';

const mostRows = 1_000;

/** `outbox show`: what commits still have to tell the other collections (docs/architecture.md §3). */
export function defineOutboxCommand(program: Command, context: CliContext): void {
  program
    .command('outbox')
    .description('what commits still have to tell the other collections')
    .command('show')
    .description('list the user products that wait to be drained, and since when')
    .action(() =>
      withApplication(context, async ({ outboxes, clock }) => {
        const rows = await outboxes.findDrainable({ organisationId: 'all', limit: mostRows });
        const now = clock.now();
        for (const row of rows) printLine(context, lineOf(row, now));
        const more = rows.length === mostRows ? ' or more' : '';
        printLine(context, `${String(rows.length)}${more} waiting`);
      }),
    );
}

function lineOf({ product, outbox, successor }: StoredUserProduct, now: number): string {
  const events = outbox.flatMap((it) => it.events).length;
  const oldest = outbox[0]?.createdAt ?? successor?.outbox.at(-1)?.createdAt ?? now;
  return [
    `organisation_id=${product.organisationId}`,
    `user_product_id=${product.id}`,
    `entries=${String(outbox.length)}`,
    `events=${String(events)}`,
    `successor_id=${successor?.product.id ?? 'none'}`,
    `seconds=${String(Math.max(0, Math.floor((now - oldest) / 1_000)))}`,
  ].join('\t');
}
