import { type Command, Option } from 'commander';
import type { CliContext } from './cli-context.js';
import { CommandFailure } from './command-failure.js';

/** What a command was given with `addSecretOption`. */
export type SecretOptions = { readonly secretStdin?: true };

const mostBytes = 4_096;
const wayOut = 'a secret is given on standard input, never as an argument: --secret-stdin';

/** `--secret-stdin`. An argument would stand in the machine's list of processes and in the shell's history. */
export function addSecretOption(command: Command, meaning: string): Command {
  const gone = new Option('--secret [secret]').hideHelp();
  return command
    .option('--secret-stdin', meaning)
    .addOption(gone)
    .on('option:secret', () => {
      // Commander would print the argument with its own message.
      command.error(`error: ${wayOut}`, { exitCode: 2 });
    });
}

/** The secret on standard input, without the line end behind it; null where `--secret-stdin` was not given. */
export async function readSecret(
  { stdin }: Pick<CliContext, 'stdin'>,
  { secretStdin }: SecretOptions,
): Promise<string | null> {
  if (secretStdin === undefined) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stdin()) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new CommandFailure('standard input holds more than a secret');
    chunks.push(chunk);
  }
  const secret = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
  if (secret === '') throw new CommandFailure('there is no secret on standard input');
  return secret;
}
