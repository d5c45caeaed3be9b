import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { isRunning, ownIdentity } from '../../src/process-identity.js';

// Only Linux says when a process began; elsewhere the owner of a folder is asked over its socket.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a process', () => {
  it('is running as long as it is the very one', () => {
    expect(isRunning(ownIdentity())).toBe(true);
  });

  it('is gone when another one has its number', () => {
    expect(isRunning({ ...ownIdentity(), startedAt: '1' })).toBe(false);
  });

  it('is gone when the system has been started anew', () => {
    expect(isRunning({ ...ownIdentity(), bootId: 'another' })).toBe(false);
  });

  it('is gone when it has ended', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    expect(isRunning({ ...ownIdentity(), pid })).toBe(false);
  });
});
