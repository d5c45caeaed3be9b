import type { JSX } from 'preact';

/** One choice of a filter: a link, and whether it is what is shown. */
export type FilterChoice = {
  readonly label: string;
  readonly href: string;
  readonly isOn: boolean;
};

/** A filter as a row of links, so that it works without script and each choice has an address. */
export function FilterLinks(props: {
  readonly name: string;
  readonly choices: readonly FilterChoice[];
}): JSX.Element {
  return (
    <div class="filter">
      <p class="hint">{props.name}</p>
      <ul>
        {props.choices.map((it) => (
          <li key={it.href}>
            <a href={it.href} aria-current={it.isOn ? 'true' : undefined}>
              {it.label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A path with what is said in its query; what is null or empty is left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}
