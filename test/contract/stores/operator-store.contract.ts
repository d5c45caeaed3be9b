import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperatorStore } from '../../../src/application/ports/operator-store.js';
import type { Operator } from '../../../src/domain/operators/operator.js';
import { at } from '../../support/domain/at.js';
import { buildOperator } from '../../support/domain/build-operator.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What the console may rely on of any `OperatorStore`. */
export function operatorStoreContract(open: OpenStores): void {
  describe('A store of operators', () => {
    let operators: OperatorStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      await opened.stores.database.ensureIndexes();
      ({ operators } = opened.stores);
      ({ close } = opened);
    });
    afterAll(() => close());

    const insert = async (edits: Partial<Operator> = {}) => {
      const operator = buildOperator(edits);
      expect(await operators.insert(operator)).toBe(true);
      return operator;
    };
    const passkey = {
      id: 'Y3JlZGVudGlhbA',
      publicKey: 'cHVibGlj',
      counter: 3,
      transports: ['internal', 'hybrid'],
      addedAt: at('2026-11-01T12:00:00Z'),
      answeredAt: at('2026-11-02T12:00:00Z'),
    };

    test('gives back exactly what was inserted, by id, by address and by identity', async () => {
      const operator = await insert({
        identity: `https://id.test ${newId()}`,
        passkeys: [
          passkey,
          { ...passkey, id: 'b3RoZXI', counter: 0, transports: [], answeredAt: null },
        ],
        memberships: [
          { organisationId: newId(), role: 'viewer' },
          { organisationId: '*', role: 'support' },
        ],
        disabled: true,
      });
      expect(await operators.find(operator.id)).toEqual(operator);
      expect(await operators.findByEmail(operator.email)).toEqual(operator);
      expect(await operators.findByIdentity(operator.identity ?? '')).toEqual(operator);
      expect(await operators.find(newId())).toBeNull();
      expect(await operators.findByEmail('nobody@example.com')).toBeNull();
      expect(await operators.findByIdentity('https://id.test nobody')).toBeNull();
    });

    test('lists all of them in the order of their addresses', async () => {
      const [b, a] = [await insert({ email: 'b@a.test' }), await insert({ email: 'a@a.test' })];
      const listed = await operators.list();
      expect(listed).toEqual(expect.arrayContaining([a, b]));
      const emails = listed.map(({ email }) => email);
      expect(emails).toEqual(emails.toSorted((one, other) => (one < other ? -1 : 1)));
    });

    test('takes no second one of an id, an address or an identity, also of many at once', async () => {
      const first = await insert({ identity: `https://id.test ${newId()}` });
      const { id, email, identity } = first;
      expect(await operators.insert(buildOperator({ id }))).toBe(false);
      expect(await operators.insert(buildOperator({ email }))).toBe(false);
      expect(await operators.insert(buildOperator({ identity }))).toBe(false);
      expect(await operators.find(id)).toEqual(first);
      const wanted = Array.from({ length: 5 }, () => buildOperator({ email: 'one@a.test' }));
      const inserted = await Promise.all(wanted.map((it) => operators.insert(it)));
      expect(inserted.filter(Boolean)).toHaveLength(1);
    });

    test('takes any number of them without an identity', async () => {
      await insert();
      await insert();
    });

    test('replaces what nobody has written since, and lets one of many win', async () => {
      const operator = await insert({ identity: `https://id.test ${newId()}` });
      const next = { ...operator, version: 2, name: 'B', identity: null, passkeys: [passkey] };
      const answers = await Promise.all([1, 2, 3].map(() => operators.replace(next)));
      expect(answers.toSorted()).toEqual(['moved', 'moved', 'replaced']);
      expect(await operators.find(operator.id)).toEqual(next);
      expect(await operators.replace(buildOperator({ version: 2 }))).toBe('moved');
    });

    test('replaces nothing where the address or the identity is another’s', async () => {
      const [own, other] = [await insert(), await insert({ identity: newId() })];
      const { email, identity } = other;
      expect(await operators.replace({ ...own, version: 2, email })).toBe('taken');
      expect(await operators.replace({ ...own, version: 2, identity })).toBe('taken');
      expect(await operators.find(own.id)).toEqual(own);
    });
  });
}
