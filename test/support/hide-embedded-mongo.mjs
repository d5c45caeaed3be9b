// Preloaded by `--import`: the process finds no package `embedded-mongo`, as where it was not installed.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Node runs hooks in a thread of their own, where this file is loaded a second time.
if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  return next(specifier === 'embedded-mongo' ? 'embedded-mongo-hidden' : specifier, context);
}
