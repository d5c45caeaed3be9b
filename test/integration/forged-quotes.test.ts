import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { makeJwtAccessTokens } from '../../src/credentials/jwt-access-tokens.js';
import { toClientId } from '../../src/domain/ids.js';
import { eventNames } from '../support/broken-promises.js';
import { at, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { makeTestKeys, quoteIn, signedQuotes } from '../support/signed-quotes.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const unreadable = { ok: false, failure: 'quote_unreadable' };

describe('What is no quote of ours', () => {
  let database: TestStores;
  beforeAll(async () => {
    database = await openTestStores();
  });
  afterAll(() => database.close());

  test('is told so, and nothing happens', async () => {
    const { stores } = database;
    const seeded = await seedOrganisation(stores);
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const asked = seeded.request(product, 'digital');
    const time = makeTestTime(during);
    const keys = makeTestKeys();
    const useCases = startProcess(stores, time, { quotes: signedQuotes(time, keys) });
    const quote = quoteIn(await useCases.previewChange(asked));
    const [header = '', payload = '', signature = ''] = quote.split('.');
    const tokens = makeJwtAccessTokens({
      keys,
      issuer: 'i',
      audience: 'change-quote',
      clock: { now: time.now },
    });
    const claims = {
      clientId: toClientId('test'),
      organisationId: seeded.organisation.id,
      scopes: [],
      accountId: null,
    };
    const ofOtherKeys = startProcess(stores, time, { quotes: signedQuotes(time) });
    const unsigned = jwt.sign(jwt.decode(quote) as object, null, {
      algorithm: 'none',
      noTimestamp: true,
      header: { alg: 'none', typ: 'quote+jwt', kid: keys.signing.kid },
    });
    const texts = [
      '',
      'rubbish',
      'a.b.c',
      `${header}.${payload}.`,
      `${header}.${payload}.${signature.slice(1)}A`,
      `${header}.${Buffer.from('{"quote":{}}').toString('base64url')}.${signature}`,
      unsigned,
      tokens.issue(claims, 60),
      quoteIn(await ofOtherKeys.previewChange(asked)),
    ];
    for (const text of texts) {
      expect([text, await useCases.requestChange({ ...asked, quote: text })]).toEqual([
        text,
        unreadable,
      ]);
    }
    expect(tokens.verify(quote)).toBeNull();
    await useCases.drainOutbox(seeded.organisation.id);
    expect(await eventNames(stores, seeded.organisation.id, product.accountId)).toEqual([
      '1 user_product_created',
    ]);
  });
});
