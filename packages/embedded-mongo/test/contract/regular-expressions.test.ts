import { describe, expect, it } from '@jest/globals';
import { refusal, withEmbedded } from './with-embedded.js';

describe('a regular expression', () => {
  const { collection } = withEmbedded();

  // Each would go on for half a minute and more where the machine is fast: the limit is a second.
  it.each([
    ['that repeats what is repeated', '^(a+)+$', 'a'.repeat(60)],
    ['with a choice that is repeated', '^(a|a)*$', 'a'.repeat(60)],
    ['whose steps grow with the cube of the text', 'a*a*a*c', 'a'.repeat(50_000)],
    ['that refers back', '(a*)\\1c', 'a'.repeat(800_000)],
    ['that looks ahead', '(?=(a+))\\1+$', `${'a'.repeat(800_000)}!`],
  ])('%s is given up, and others are answered after it', async (_, $regex, text) => {
    await collection().deleteMany({});
    await collection().insertOne({ _id: 1 as never, text: `${text}b` });
    const found = collection().find({ text: { $regex } }).toArray();
    expect(await refusal(found)).toEqual({ code: 50, codeName: 'MaxTimeMSExpired' });
    const changed = collection().updateMany({ text: { $regex } }, { $set: { changed: true } });
    expect(await refusal(changed)).toMatchObject({ code: 50 });
    expect(await collection().findOne({ _id: 1 as never }, { projection: { text: 0 } })).toEqual({
      _id: 1,
    });
  });

  it('longer than MongoDB takes is refused', async () => {
    const found = collection()
      .find({ text: { $regex: 'a'.repeat(33_000) } })
      .toArray();
    expect(await refusal(found)).toMatchObject({ code: 2 });
  });

  it('finds as before in short and in long texts', async () => {
    await collection().deleteMany({});
    const long = 'x'.repeat(200_000);
    await collection().insertMany([
      { _id: 'short' as never, text: 'Anna' },
      { _id: 'long' as never, text: `${long}anna${long}` },
      { _id: 'none' as never, text: long },
    ]);
    const idsOf = async (text: object): Promise<readonly string[]> =>
      (await collection().find({ text }).sort({ _id: 1 }).toArray()).map(({ _id }) => String(_id));
    expect(await idsOf({ $regex: '^ann', $options: 'i' })).toEqual(['short']);
    expect(await idsOf({ $regex: '(an)+a', $options: 'i' })).toEqual([]);
    expect(await idsOf({ $regex: '(an|n)+a', $options: 'i' })).toEqual(['long', 'short']);
    expect(await idsOf({ $regex: 'an{2}a' })).toEqual(['long']);
    expect(await idsOf({ $in: [/^A[n]*a$/, /nax/] })).toEqual(['long', 'short']);
  });
});
