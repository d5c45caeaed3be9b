import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toId } from '../../src/domain/ids.js';
import type { PaymentPeriodId, PackageId } from '../../src/domain/ids.js';
import type { Change, ChangeAmounts } from '../../src/domain/user-product/change.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { inOperatorsWords } from '../../src/pages/console/subscription/operator-words.js';
import type { PageAnswer } from '../../src/pages/kit/page-route.js';
import { type Written, writtenIn } from '../../src/pages/kit/written.js';
import { moneyLines } from '../../src/pages/kit/subscription/money-lines.js';
import { confirmAtConsole } from '../support/console-confirm.js';
import { fixedSeed } from '../support/domain/fixed-seed.js';
import { anyOptionWorld, type OptionWorld } from '../support/option-world.js';
import { choicesIn, hiddenIn, readableText } from '../support/page-text.js';
import { htmlOf, type PortalPages, startPortalPages } from '../support/portal-pages.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };

/** A life on the first plan of `own`, in its product group or on what the publisher offers. */
async function begin(it: OptionWorld, isGrouped: boolean) {
  const world = await startPortalPages({
    now: april.validFrom,
    packages: it.packages,
    tiers: it.order.flatMap((code) => it.tiers.filter((tier) => tier.code === code)),
    portal: { offer: ['own', 'one', 'two', 'three'] },
  });
  const own = it.packages[0]?.periods[0];
  const product = await world.seeded.subscribe({
    ...{ code: 'own', ...april },
    edits: {
      quantity: own?.billing.chargeModel === 'per_unit' ? it.quantity : 1,
      hasDocuments: it.hasDocuments,
      createdFrom: 'api',
      tierId: isGrouped ? world.tierOf('own').id : null,
    },
  });
  world.time.set(toInstant(it.now + 3_000));
  return { world, product };
}

type Said = {
  readonly kind: string;
  readonly effectiveAt: number;
  readonly validTo: number;
  readonly amounts: ChangeAmounts;
};

/** What the API answers of that choice before it is made. */
async function previewOf(world: PortalPages, product: UserProduct, choice: string): Promise<Said> {
  const [of = '', period = ''] = choice.split('.');
  const { useCases, seeded, keyOf } = world;
  const life = await useCases.readSubscription(keyOf(product));
  const key = keyOf(life?.last ?? product);
  if (product.tierId !== null) return optionOf(world, key, { of, period });
  const pack = seeded.packages.find((it) => it.id === toId<PackageId>(of));
  const preview = await useCases.previewChange({
    ...{ ...key, packageCode: pack?.code ?? '', periodId: toId<PaymentPeriodId>(period) },
    ...{ behaviour: 'default', requestedBy: `portal:${key.accountId}` },
  });
  if (preview?.allowed !== true) throw new Error('the page lists what the API refuses');
  const { kind, effectiveAt, next, amounts } = preview.decision;
  return { kind, effectiveAt, validTo: next.validTo, amounts };
}

async function optionOf(
  { useCases }: PortalPages,
  key: ReturnType<PortalPages['keyOf']>,
  { of, period }: { readonly of: string; readonly period: string },
): Promise<Said> {
  const listed = await useCases.listChangeOptions({ ...key, quantity: null });
  const option = listed.ok ? listed.options.find(({ tier }) => tier.id === of) : undefined;
  const found = option?.periods.find((it) => it.period.id === period);
  if (found === undefined) throw new Error('the page lists what the API does not');
  const { kind, effectiveAt, next, amounts } = found.decision;
  return { kind, effectiveAt, validTo: next.validTo, amounts };
}

const seen = { atOnce: 0, waiting: 0, paid: 0, credited: 0, carried: 0 };

function count(line: string, isAtOnce: boolean): void {
  seen[isAtOnce ? 'atOnce' : 'waiting'] += 1;
  if (line.startsWith('You pay')) seen.paid += 1;
  if (line.includes('credited to you')) seen.credited += 1;
  if (line.includes('carried over')) seen.carried += 1;
}

/** The change that was made at one of the surfaces, and the life that it is part of. */
async function ordered(world: PortalPages, product: UserProduct, answer: PageAnswer) {
  if (answer.answer !== 'see') throw new Error(readableText(htmlOf(answer)));
  const life = await world.useCases.readSubscription(world.keyOf(product));
  const change = life?.changes[0];
  if (life === null || change === undefined) throw new Error('there is no such change');
  return { life, change };
}

/** What is said of the money of a change, in words. */
function wordsOf(world: PortalPages, { amounts, ...change }: Change, said: Said) {
  if (amounts === null) throw new Error('a change without amounts');
  const name = world.seeded.package(change.target.packageCode).name;
  const written = writtenIn('en', world.seeded.organisation.timeZone);
  const told = inOperatorsWords(written);
  const { effectiveAt, state } = change;
  const validTo = toInstant(said.validTo);
  const isAtOnce = state === 'applied';
  const linesIn = (words: Written) => {
    const lines = moneyLines({ effectiveAt, validTo, isAtOnce, amounts }, name, words);
    return [lines.now, lines.arithmetic ?? ''].map(readableText);
  };
  const shown = linesIn(written);
  const [now = ''] = shown;
  return { now, shown, toOperator: linesIn(told), day: readableText(written.day(effectiveAt)) };
}

/** The facts of a confirm page that no surface words in a way of its own: what it is from, and when it is. */
const sharedOf = (html: string) => {
  const { seenFrom, seenWhen, choice, version } = hiddenIn(html);
  return { seenFrom, seenWhen, choice, version };
};

/** The days and amounts in what a page says comes then, whoever is told of it. */
const numbersIn = (text = '') => text.match(/[\d.,]*\d|[A-Z][a-z]+(?= \d{4})/g) ?? [];

/** Holds a page against what it is to say. */
function says(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(part);
}

/** What both surfaces show of a choice, which is the same; either may order it. */
async function bothConfirm(world: PortalPages, product: UserProduct, choice: string) {
  const operators = await confirmAtConsole(world);
  const confirm = await world.html('confirm', product, { query: { choice } });
  const atConsole = htmlOf(await operators.confirm(product, choice));
  expect(sharedOf(atConsole)).toEqual(sharedOf(confirm));
  expect(numbersIn(hiddenIn(atConsole).seenThen)).toEqual(numbersIn(hiddenIn(confirm).seenThen));
  const order = (isCustomer: boolean) =>
    isCustomer
      ? world.ask('order', product, { form: hiddenIn(confirm) })
      : operators.order(product, hiddenIn(atConsole));
  return { confirm, atConsole, order };
}

test('What the confirm pages say is what the API says, what is done, and what the receipt says', async () => {
  await fc.assert(
    fc.asyncProperty(anyOptionWorld, fc.boolean(), fc.nat(), async (...[it, isGrouped, pick]) => {
      const { world, product } = await begin(it, isGrouped);
      const opened = await world.ask('change', product);
      if (opened.answer !== 'page') return;
      const choices = choicesIn(htmlOf(opened));
      const choice = choices[pick % Math.max(1, choices.length)];
      if (choice === undefined) return;

      const said = await previewOf(world, product, choice);
      const { confirm, atConsole, order } = await bothConfirm(world, product, choice);
      const { life, change } = await ordered(world, product, await order(pick % 2 === 0));

      const isAtOnce = change.state === 'applied';
      expect({ ...doneOf(change), isAtOnce }).toEqual({
        ...{ kind: said.kind, effectiveAt: said.effectiveAt, amounts: said.amounts },
        isAtOnce: said.effectiveAt === world.time.now(),
      });
      if (isAtOnce) expect(life.last.validTo).toBe(said.validTo);

      const { shown, toOperator, day, now } = wordsOf(world, change, said);
      const receipt = await world.text('receipt', life.last, { params: { changeId: change.id } });
      const confirmed = readableText(confirm);
      says(confirmed, shown);
      says(readableText(atConsole), toOperator);
      if (isAtOnce) says(receipt, shown);
      expect(receipt).toContain(day);
      count(now, isAtOnce);

      // A month later the receipt says of the order what it said.
      if (!isAtOnce || life.last.validTo === null) return;
      world.time.set(toInstant(life.last.validTo + 3_000));
      const later = await world.text('receipt', life.last, { params: { changeId: change.id } });
      says(later, shown);
    }),
    { ...fixedSeed, numRuns: 200 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});

const doneOf = ({ kind, effectiveAt, amounts }: Change) => ({ kind, effectiveAt, amounts });
