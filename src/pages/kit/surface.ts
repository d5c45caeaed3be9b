import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { JSX } from 'preact';
import type { Log } from '../../application/ports/log.js';
import type { OwnAddress } from './own-host.js';
import type { PageContent, PageFailure, PageRoute } from './page-route.js';
import type { Written } from './written.js';

/** What a frame is put around a page with. */
export type Framing<Visitor, Nobody> = {
  readonly visitor: Visitor | Nobody;
  readonly written: Written;
  readonly address: OwnAddress;
  readonly path: string;
  readonly requestId: string;
  /** What the browser holds of a session; null: nothing. */
  readonly cookie: string | null;
};

/** The portal or the console: its pages, who may see them, and what all of them have around them. */
export type Surface<Visitor, Nobody> = {
  readonly name: 'portal' | 'console';
  /** Null: any name of this machine. */
  readonly baseUrl: string | null;
  readonly routes: readonly PageRoute<Visitor, Nobody>[];
  /** Who holds the session of that cookie; nobody where it is none of ours, or over. `path`: what is asked for. */
  readonly visitorOf: (
    secret: string,
    asked: { readonly headers: IncomingHttpHeaders; readonly path: string },
  ) => Promise<
    | { readonly isIn: true; readonly visitor: Visitor }
    | { readonly isIn: false; readonly nobody: Nobody }
  >;
  readonly nobody: (headers: IncomingHttpHeaders) => Nobody;
  readonly writtenFor: (visitor: Visitor | Nobody, headers: IncomingHttpHeaders) => Written;
  /** The whole document. */
  readonly frame: (content: PageContent, framing: Framing<Visitor, Nobody>) => JSX.Element;
  readonly failurePage: (failure: PageFailure, framing: Framing<Visitor, Nobody>) => PageContent;
};

export type PagesDeps = {
  readonly log: Log;
  readonly requestTimeoutMs: number;
  /** What limits count a caller as: their address, or the network that is all theirs. */
  readonly networkOf: (req: Request) => string;
  readonly entriesPerMinute: number;
};
