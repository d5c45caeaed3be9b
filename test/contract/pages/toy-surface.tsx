import { StoreUnavailableError } from '../../../src/application/ports/failures.js';
import { setCookie } from '../../../src/pages/kit/cookies.js';
import {
  page,
  type PageField,
  type PageRoute,
  see,
  type Visit,
} from '../../../src/pages/kit/page-route.js';
import type { Surface } from '../../../src/pages/kit/surface.js';
import { writtenIn } from '../../../src/pages/kit/written.js';
import { utc } from '../../support/domain/at.js';

export type ToyVisitor = { readonly kind: 'visitor'; readonly name: string };
export type ToyNobody = { readonly kind: 'nobody' };
type Route = PageRoute<ToyVisitor, ToyNobody>;
type Inside = Visit<ToyVisitor>;

/** What no page and no log may tell. */
export const insideWords = 'mongodb://secret@inside';

const fields: readonly PageField[] = [
  { name: 'key', maxLength: 4, pattern: /^[a-z]+$/, isRequired: true },
  { name: 'note', maxLength: 10 },
];
const session = { access: 'session' } as const;
const never = new Promise<never>(() => undefined);
const said = (text: string) => Promise.resolve(page({ title: 'Toy', main: <p>{text}</p> }));

/** A surface of few pages, so that nothing but its guards answers; `did` notes what came through them. */
export function toySurface(baseUrl: string | null, did: string[]): Surface<ToyVisitor, ToyNobody> {
  const note = (text: string) => {
    did.push(text);
    return said(text);
  };
  const routes: readonly Route[] = [
    {
      ...session,
      name: 'home',
      method: 'get',
      path: '/',
      handle: ({ visitor }: Inside) => note(visitor.name),
    },
    {
      ...session,
      name: 'thing',
      method: 'get',
      path: '/things/:id',
      query: fields,
      handle: ({ query }: Inside) => note(JSON.stringify(query)),
    },
    {
      ...session,
      name: 'write',
      method: 'post',
      path: '/things/:id',
      form: fields,
      handle: ({ form }: Inside) => note(JSON.stringify(form)),
    },
    {
      ...session,
      name: 'broken',
      method: 'get',
      path: '/broken/:id',
      handle: () => Promise.reject(new Error(insideWords)),
    },
    {
      ...session,
      name: 'away',
      method: 'get',
      path: '/away',
      handle: () => Promise.reject(new StoreUnavailableError(insideWords)),
    },
    { ...session, name: 'slow', method: 'get', path: '/slow', handle: () => never },
    {
      ...session,
      name: 'slowWrite',
      method: 'post',
      path: '/slow',
      form: fields,
      handle: () => never,
      whenUnknown: ({ form }) => page({ title: 'Unknown', main: <p>{form.key}</p> }, 503),
    },
    {
      name: 'enter',
      method: 'get',
      path: '/enter/:token',
      access: 'open',
      isEntry: true,
      handle: ({ isPrefetch, address }) => {
        did.push(isPrefetch ? 'looked ahead' : 'entered');
        return Promise.resolve({
          ...see('/portal'),
          cookies: [setCookie('portal', 'ann', address)],
        });
      },
    },
  ];
  const nobody = (): ToyNobody => ({ kind: 'nobody' });
  return {
    name: 'portal',
    baseUrl,
    routes,
    visitorOf: (secret) => {
      if (secret === 'away') return Promise.reject(new StoreUnavailableError(insideWords));
      return Promise.resolve(
        secret === 'ann'
          ? { isIn: true, visitor: { kind: 'visitor', name: 'Ann' } }
          : { isIn: false, nobody: nobody() },
      );
    },
    nobody,
    writtenFor: () => writtenIn('en', utc),
    frame: ({ title, main }, { requestId }) => (
      <html lang="en">
        <title>{title}</title>
        {main}
        <footer>{requestId}</footer>
      </html>
    ),
    failurePage: (failure) => ({ title: failure, main: <p>{failure}</p> }),
  };
}
