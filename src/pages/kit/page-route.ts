import type { JSX } from 'preact';
import type { OwnAddress } from './own-host.js';
import type { Written } from './written.js';

/** What a page is, without what all pages of a surface have around it. */
export type PageContent = {
  /** What the page is called, in the window and as its one `h1`. */
  readonly title: string;
  readonly main: JSX.Element;
  /** A form came back: said first in the window's title. */
  readonly hasFault?: boolean;
  /** Which part of the navigation it belongs to. */
  readonly place?: string;
};

/** What a browser is told. */
export type PageAnswer =
  | {
      readonly answer: 'page';
      readonly status: number;
      readonly content: PageContent;
      readonly cookies?: readonly string[];
      readonly retryAfterSeconds?: number;
      /** The session is over with it: its frame offers nothing more. */
      readonly isLeaving?: true;
    }
  /**
   * Go to somebody else's pages (303), as to log in there; `address` is never made of what a browser sent. Only after a
   * GET: `form-action` stops a form from leading there.
   */
  | {
      readonly answer: 'abroad';
      readonly address: string;
      readonly cookies?: readonly string[];
    }
  /** Go there and look (303), or, of an address that has moved, look there instead (302). Always a path of ours. */
  | {
      readonly answer: 'see' | 'moved';
      readonly path: string;
      readonly cookies?: readonly string[];
    }
  | {
      readonly answer: 'file';
      readonly contentType: string;
      readonly bytes: string | Uint8Array;
      /** What it is to be saved as; absent: it is shown. */
      readonly saveAs?: string;
      readonly maxAgeSeconds?: number;
      readonly cookies?: readonly string[];
    }
  | {
      readonly answer: 'failed';
      readonly failure: PageFailure;
      readonly cookies?: readonly string[];
    };

/** Why there is no page: each surface words every one of them. */
export type PageFailure =
  | 'unknown_page'
  | 'session_over'
  | 'foreign_post'
  | 'not_allowed'
  | 'faulty_form'
  | 'too_large'
  | 'too_many_requests'
  | 'unavailable'
  | 'internal';

export const statusOfFailure: Readonly<Record<PageFailure, number>> = {
  unknown_page: 404,
  session_over: 401,
  foreign_post: 403,
  not_allowed: 403,
  faulty_form: 400,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
};

/** One flat field of a form or of a query. What does not fit is absent in a query, and a fault of the form otherwise. */
export type PageField = {
  readonly name: string;
  readonly maxLength: number;
  readonly pattern?: RegExp;
  /** A form without it is faulty: no page of ours sends such a one. */
  readonly isRequired?: true;
  /**
   * It may come so often, as check boxes of one name do: each one must fit. They stand in one text, with a comma between,
   * which none of them may hold. None ticked: it is absent.
   */
  readonly atMost?: number;
};

/** The values of a field that may come several times. */
export function manyIn(joined: string | undefined): readonly string[] {
  return joined === undefined || joined === '' ? [] : joined.split(',');
}

/** One request for a page, looked at so far that it may be answered. */
export type Visit<Visitor> = {
  /** Who is there, and what all pages of theirs are made with. */
  readonly visitor: Visitor;
  readonly written: Written;
  readonly address: OwnAddress;
  /** As they stand in the address: not looked at yet. */
  readonly params: Readonly<Record<string, string>>;
  /** Path and query, to come back to. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** What the browser holds of a session; null: nothing. */
  readonly cookie: string | null;
  /** What it holds of a log-in that has begun; null: nothing. */
  readonly loginCookie: string | null;
  /** A browser that only looks ahead: nothing is to be used up. */
  readonly isPrefetch: boolean;
};

/**
 * One page or one action. `session`: only for whoever is in; `open`: for anybody, `visitor` may be nobody.
 */
export type PageRoute<Visitor, Nobody> = {
  /** Unique among the routes of its surface, for the log and for tests. */
  readonly name: string;
  readonly method: 'get' | 'post';
  /** Below the surface, parameters with a colon. */
  readonly path: string;
  readonly query?: readonly PageField[];
  readonly form?: readonly PageField[];
  /** Entries and log-ins: so many tries of an address a minute are enough. */
  readonly isEntry?: true;
} & (
  | {
      readonly access: 'session';
      /**
       * What is answered in its place to whoever may not do that; null: they may. Asked before the form is read, so that
       * its `form` is empty.
       */
      readonly guard?: (visit: Visit<Visitor>) => PageAnswer | null;
      readonly handle: (visit: Visit<Visitor>) => Promise<PageAnswer>;
      /**
       * Where nobody knows whether it was done: the database went away under it, or it took too long. Who sent it may
       * be unknown, too.
       */
      readonly whenUnknown?: (visit: Visit<unknown>) => PageAnswer;
    }
  | {
      readonly access: 'open';
      readonly handle: (visit: Visit<Visitor | Nobody>) => Promise<PageAnswer>;
    }
);

export function page(
  content: PageContent,
  status = 200,
): Extract<PageAnswer, { readonly answer: 'page' }> {
  return { answer: 'page', status, content };
}

export function see(path: string): Extract<PageAnswer, { readonly answer: 'see' | 'moved' }> {
  return { answer: 'see', path };
}

export const unknownPage: PageAnswer = { answer: 'failed', failure: 'unknown_page' };
