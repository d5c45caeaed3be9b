import { describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];
const webhookSecret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Every command that takes a secret, without it. */
const taking = [
  ['client', 'add', 'new', ...organisation, '--scopes', '/a/w'],
  ['client', 'rotate-secret', 'demo'],
  ['webhook', 'add', ...organisation, '--url', 'https://receiver.test/'],
];
const taken = taking.map((words) => ({ words, name: words.slice(0, 2).join(' ') }));

describe('a secret comes on standard input', () => {
  test.each(taken)('to $name', async ({ words }) => {
    const stdin = `${webhookSecret}\n`;
    const { code, stdout, calls } = await runCommand([...words, '--secret-stdin'], { stdin });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/secret|whsec_/);
    expect(calls[0]).toMatchObject([expect.any(String), { secret: webhookSecret }]);
  });

  test.each(taken)(
    'never as an argument of $name: it would stand in the process list',
    async (it) => {
      for (const words of [['--secret', 'hunter2'], ['--secret=hunter2'], ['--secret']]) {
        const { code, stdout, stderr, calls } = await runCommand([...it.words, ...words]);
        expect([code, stdout, calls]).toEqual([2, '', []]);
        expect(stderr).toBe(
          'error: a secret is given on standard input, never as an argument: --secret-stdin\n',
        );
      }
    },
  );

  test.each(['', '\n', '\r\n'])('%j is none', async (stdin) => {
    const words = ['client', 'rotate-secret', 'demo', '--secret-stdin'];
    const { code, stderr, calls } = await runCommand(words, { stdin });
    expect([code, stderr]).toEqual([1, 'there is no secret on standard input\n']);
    expect(calls).toEqual([]);
  });

  test('one line end behind it is not part of it, all else is', async () => {
    const words = ['client', 'rotate-secret', 'demo', '--secret-stdin'];
    for (const [stdin, secret] of [
      [' a b ', ' a b '],
      ['a\r\n', 'a'],
      ['a\n\n', 'a\n'],
    ] as const) {
      const { calls } = await runCommand(words, { stdin });
      expect(calls[0]).toMatchObject(['rotateClientSecret', { secret }]);
    }
  });

  test('more than any secret has is not read', async () => {
    const words = ['client', 'rotate-secret', 'demo', '--secret-stdin'];
    const { code, stderr } = await runCommand(words, { stdin: 'x'.repeat(5_000) });
    expect([code, stderr]).toEqual([1, 'standard input holds more than a secret\n']);
  });

  test.each(['hunter2', 'whsec_', 'whsec_c2hvcnQ=', `whsec_${'a'.repeat(89)}`, 'whsec_!!!!'])(
    '"%s" is none that signs webhooks',
    async (stdin) => {
      const words = [...(taking[2] ?? []), '--secret-stdin'];
      const { code, stderr, calls } = await runCommand(words, { stdin });
      expect([code, stderr]).toEqual([
        1,
        'a secret of webhooks must be whsec_ and 24 to 64 bytes in base64\n',
      ]);
      expect(calls).toEqual([]);
    },
  );
});

test('no option of any command takes a secret as its argument', async () => {
  const options = await everyOption([]);
  expect(options.filter((it) => it.includes('--secret-stdin'))).toHaveLength(taking.length);
  const valued = options.filter((it) => /secret|password|token|key/i.test(it) && /[<[]/.test(it));
  expect(valued).toEqual([]);
});

/** As help tells them, of a command and of all below it. */
async function everyOption(words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runCommand([...words, '--help']);
  const [, own = ''] = /\nOptions:\n((?: .*\n)*)/.exec(stdout) ?? [];
  const [, below = ''] = /\nCommands:\n((?: .*\n)*)/.exec(stdout) ?? [];
  const options = [...own.matchAll(/^ {2}(-\S.*?)(?: {2}|$)/gm)].map(([, it = '']) => it);
  const names = [...below.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, it = '']) => it);
  const others = names.filter((it) => it !== 'help').map((it) => everyOption([...words, it]));
  return [...options, ...(await Promise.all(others)).flat()];
}
