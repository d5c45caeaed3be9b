import type { CommonConsoleDeps } from '../console-deps.js';
import type { DevelopersDeps } from './developers-deps.js';

/** What pages for developers ask for, with what every page of the console has. */
export type DeveloperPagesDeps = DevelopersDeps & CommonConsoleDeps;
