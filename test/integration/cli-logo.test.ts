import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from '../unit/cli/run-command.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'logo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function setsLogo(bytes: Buffer, application = {}) {
  const file = path.join(folder, 'logo.svg');
  await writeFile(file, bytes);
  const words = ['brand', 'logo', file, '--organisation', organisationId];
  return runCommand(words, { application });
}

describe('brand logo', () => {
  test.each([
    ['image/png', png],
    ['image/png', Buffer.concat([png], 100_000)],
    ['image/webp', webp],
  ])('puts a picture of type %s on the pages, whatever its file is called', async (type, bytes) => {
    const { code, stdout, calls } = await setsLogo(bytes);
    expect([code, stdout]).toEqual([0, `logo\t${organisationId}\t${type}\n`]);
    const logo = { type, base64: bytes.toString('base64') };
    expect(calls).toContainEqual(['setLogo', { organisationId, logo }]);
  });

  test.each([
    ['must be a picture of type image/png or image/webp', Buffer.from('<svg onload=alert(1)>')],
    ['must be a picture of type image/png or image/webp', Buffer.alloc(0)],
    ['must be at most 100000 bytes', Buffer.concat([png], 100_001)],
  ])('refuses what %s, and opens no database for it', async (problem, bytes) => {
    const { code, stdout, stderr, calls } = await setsLogo(bytes);
    expect([code, stdout, stderr, calls]).toEqual([1, '', `the logo ${problem}\n`, []]);
  });

  test('says in words that a file, or an organisation, is not there', async () => {
    const failure = 'unknown_organisation' as const;
    const setLogo = () => Promise.resolve({ ok: false, failure } as const);
    const refused = await setsLogo(png, { setLogo });
    expect([refused.code, refused.stderr]).toEqual([1, 'there is no such organisation\n']);
    const words = ['brand', 'logo', path.join(folder, 'none'), '--organisation', organisationId];
    const missing = await runCommand(words);
    expect([missing.code, missing.calls]).toEqual([1, []]);
  });
});
