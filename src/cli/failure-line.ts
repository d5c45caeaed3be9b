import { hideCredentials } from '../config/hide-credentials.js';

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the address is in use by another process',
  EADDRNOTAVAIL: 'the address is none of this machine',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  ENOTDIR: 'what should be a folder is a file',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

/** An error as one line for an operator: no stack, and no credentials of an address that it quotes. */
export function failureLine(error: unknown): string {
  if (!(error instanceof Error)) return 'failed for an unknown reason';
  const code = (error as { code?: unknown }).code;
  const sentence = typeof code === 'string' ? sentences[code] : undefined;
  const [firstLine = ''] = error.message.trim().split('\n', 1);
  const text = sentence === undefined ? firstLine : `${sentence}: ${firstLine}`;
  return hideCredentials(text === '' ? error.name : text);
}
