import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { Instant } from '../../src/domain/time/instant.js';
import { applyInWords } from '../support/apply-in-words.js';
import { idIn } from '../support/guards.js';
import { at } from '../support/organisation.js';
import { during } from '../support/quoting.js';
import type { OnMiddleTier } from '../support/seeded-group.js';

/** A subscription that is where the work begins, and what was answered so far. */
export type WorkPlace = OnMiddleTier & { readonly answers: string[] };

/** One thing that a process does to a fresh subscription, and what must come of it however often it dies on the way. */
export type CrashWork = {
  readonly name: string;
  /** Whether the subscription is told by documents; it is on a tier of a group in any case. */
  readonly hasDocuments?: true;
  readonly prepare?: (useCases: UseCases, place: WorkPlace) => Promise<unknown>;
  readonly now: Instant;
  readonly run: (useCases: UseCases, place: WorkPlace) => Promise<unknown>;
  /** Every command that a clean run sends: a stop is tried before and after each. */
  readonly commands: readonly string[];
  /** A document with what it comes to. */
  readonly events: readonly string[];
};

const atEnd = at('2026-05-01T00:00:00+02:00');
const never = (): boolean => false;

const request =
  (code: string, behaviour: 'default' | 'explicit' = 'default'): CrashWork['run'] =>
  async (useCases, { seeded, product, answers }) => {
    const result = await useCases.requestChange(seeded.request(product, code, behaviour));
    answers.push(idIn(result) ?? 'refused');
    return useCases.drainOutbox(seeded.organisation.id);
  };

const apply =
  (code: string): CrashWork['run'] =>
  async (useCases, { seeded, group, product, answers }) => {
    answers.push(await applyInWords(useCases, group.apply(product, code)));
    return useCases.drainOutbox(seeded.organisation.id);
  };

const periodEnd: CrashWork['run'] = async (useCases, { seeded }) => {
  await useCases.runPeriodEnd(never);
  return useCases.drainOutbox(seeded.organisation.id);
};

const drainDocument = ['outboxes.findDrainable', 'outboxes.insertSuccessors', 'changes.write'];
const drainNumbers = ['documents.lastSequence', 'documents.append'];
const drainEvents = ['events.lastPosition', 'events.append', 'outboxes.markDrained'];

const invoicedFirst = ['1 user_product_created', '2 invoice.created 100.00'];

/** Each is tried with a stop before and after each of its commands. */
export const crashWorks: readonly CrashWork[] = [
  {
    name: 'an upgrade',
    now: during,
    run: request('digital'),
    commands: ['userProducts.find', 'userProducts.commit', 'userProducts.insert'],
    events: ['1 user_product_created', '2 package_upgrade'],
  },
  {
    name: 'a downgrade',
    now: during,
    run: request('lite'),
    commands: ['userProducts.find', 'userProducts.commit', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 package_downgrade'],
  },
  {
    name: 'a change that replaces a pending one',
    now: during,
    prepare: request('lite'),
    run: request('weekend', 'explicit'),
    commands: ['userProducts.find', 'userProducts.commit', ...drainDocument, ...drainEvents],
    events: [
      '1 user_product_created',
      '2 package_downgrade',
      '3 package_change_cancelled',
      '4 package_change',
    ],
  },
  {
    name: 'an upgrade over a pending downgrade',
    now: during,
    prepare: request('lite'),
    run: request('premium'),
    commands: ['userProducts.find', 'userProducts.commit', 'userProducts.insert', ...drainDocument],
    events: [
      '1 user_product_created',
      '2 package_downgrade',
      '3 package_change_cancelled',
      '4 package_upgrade',
    ],
  },
  {
    name: 'a renewal',
    now: atEnd,
    run: periodEnd,
    commands: ['userProducts.findDue', 'userProducts.commitMany', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 user_product_renewed'],
  },
  {
    name: 'a pending downgrade at its period end',
    now: atEnd,
    prepare: request('lite'),
    run: periodEnd,
    commands: ['userProducts.findDue', 'userProducts.commitMany', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 package_downgrade', '3 package_downgrade_completed'],
  },
  {
    name: 'a tier at once, with documents',
    hasDocuments: true,
    now: during,
    run: apply('digital'),
    commands: [
      'userProducts.find',
      'userProducts.commit',
      'userProducts.insert',
      ...drainDocument,
      ...drainNumbers,
      ...drainEvents,
    ],
    events: [
      ...invoicedFirst,
      '3 package_upgrade',
      '4 credit_note.created 50.00',
      '5 invoice.created 200.00',
      '6 credit_note.send_requested 50.00',
    ],
  },
  {
    name: 'a tier at the end of the period',
    hasDocuments: true,
    now: during,
    run: apply('lite'),
    commands: ['userProducts.find', 'userProducts.commit', ...drainDocument, ...drainEvents],
    events: [...invoicedFirst, '3 package_downgrade'],
  },
  {
    name: 'a renewal, with its invoice',
    hasDocuments: true,
    now: atEnd,
    run: periodEnd,
    commands: ['userProducts.commitMany', ...drainDocument, ...drainNumbers, ...drainEvents],
    events: [...invoicedFirst, '3 user_product_renewed', '4 invoice.created 100.00'],
  },
  {
    name: 'a tier that waited at its period end, with its invoice',
    hasDocuments: true,
    now: atEnd,
    prepare: apply('lite'),
    run: periodEnd,
    commands: ['userProducts.commitMany', ...drainDocument, ...drainNumbers, ...drainEvents],
    events: [
      ...invoicedFirst,
      '3 package_downgrade',
      '4 package_downgrade_completed',
      '5 invoice.created 50.00',
    ],
  },
];
