import { pagePaths } from '../docs/page.js';

/** A place that a visitor may go on to. Pages for people join this list where they are on. */
export type WelcomeLink = {
  readonly title: string;
  /** From the root of this very host. */
  readonly href: string;
  readonly description: string;
};

/** What this is, and where to go on (docs/spec/operations.md §3). */
export type Welcome = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly links: readonly WelcomeLink[];
};

const documentation: readonly WelcomeLink[] = [
  {
    title: 'Documentation',
    href: pagePaths.page,
    description: 'Every endpoint, to read and to try',
  },
  {
    title: 'API document',
    href: pagePaths.document,
    description: 'The same for machines, as OpenAPI 3.1',
  },
];

/** What is said at the root of this version; `pages` are those that are on besides the documentation. */
export function makeWelcome(version: string, pages: readonly WelcomeLink[] = []): Welcome {
  return {
    name: 'Change Product Gateway',
    version,
    description:
      'Changes what a subscriber is on: a drop-in for Payway’s change_product and what surrounds it.',
    links: [...documentation, ...pages],
  };
}
