import { parseCookie } from 'cookie';
import { askPage, fromOwnPage, type PageSeen } from './ask-page.js';

let jars = 0;

/**
 * A browser that keeps what it is given, ours and, by name, a provider's; of the portal or the console on that port;
 * at an address of its own, where the one before it is trusted.
 */
export function cookieJar(port: number) {
  const own = new Map<string, string>();
  jars += 1;
  const from = `10.1.${String(jars >> 8)}.${String(jars & 255)}`;

  const keep = (jar: Map<string, string>, lines: readonly string[] = []): void => {
    for (const line of lines) {
      const [pair = ''] = line.split(';', 1);
      const [[name, value] = ['', '']] = Object.entries(parseCookie(pair));
      if (value === undefined || value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };
  const ask = async (asked: Parameters<typeof askPage>[1]): Promise<PageSeen> => {
    const headers = { cookie: told(own), 'x-forwarded-for': from, ...asked.headers };
    const seen = await askPage(port, { ...asked, headers });
    keep(own, seen.headers['set-cookie']);
    return seen;
  };
  const abroad = new Map<string, string>();
  return {
    cookie: (name: string) => own.get(name) ?? null,
    see: (path: string, headers: Readonly<Record<string, string>> = {}) => ask({ path, headers }),
    post: (path: string, form: Readonly<Record<string, string>> = {}) =>
      ask({ path, form, headers: fromOwnPage }),
    /** Follows a provider from page to page, until it leads to a path of that name of ours; answers it with its query. */
    followAbroad: async (from: URL, until: string): Promise<string> => {
      let at = from;
      for (let left = 10; left > 0; left -= 1) {
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie: told(abroad) } });
        keep(abroad, answer.headers.getSetCookie());
        const location = answer.headers.get('location');
        if (location === null) throw new Error(`${String(answer.status)} ${await answer.text()}`);
        at = new URL(location, at);
        if (at.pathname === until) return at.pathname + at.search;
      }
      throw new Error('the provider leads nowhere');
    },
  };
}

function told(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
