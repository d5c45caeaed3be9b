// What the field rules take of the processor for the body of change_product. No I/O; about a second.
import { makeFindFaults } from '../../dist/http/core/checks/field-rules.js';
import { changeFields } from '../../dist/http/payway/commands/change-command.js';

/** The documentation's own example (docs/spec/payway-api.md §2). */
const text = JSON.stringify({
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
  default_behaviour: true,
});
const body = JSON.parse(text);
const rounds = 5;
const perRound = 20_000;

/** Microseconds of the processor that one call takes: the least of some rounds. */
async function costOf(call) {
  const costs = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (let done = 0; done < perRound; done += 1) await call();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / perRound);
  }
  return Math.min(...costs);
}

/** What one validation takes, and how often the body could be parsed meanwhile. */
export async function benchValidation() {
  const findFaults = makeFindFaults(changeFields);
  const faults = await findFaults(body);
  if (faults.length > 0) throw new Error('the example of the documentation is refused');
  const microseconds = await costOf(() => findFaults(body));
  const parsing = await costOf(() => JSON.parse(text));
  return { microseconds, ratio: microseconds / parsing };
}
