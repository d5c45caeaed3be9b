import type { ComponentChildren, JSX } from 'preact';
import type { IconName } from './icon-shapes.js';
import { Icon } from './icon.js';

type Tone = 'plain' | 'good' | 'waits' | 'ends' | 'fault';

const iconOfTone: Readonly<Record<Tone, IconName>> = {
  plain: 'info',
  good: 'check',
  waits: 'clock',
  ends: 'circle-x',
  fault: 'circle-alert',
};

/** A box that tells something besides the page's own matter. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { tone, title, children } = props;
  return (
    <section class={`notice ${tone}`}>
      <Icon name={iconOfTone[tone]} />
      <div>
        {title === undefined ? null : <h2>{title}</h2>}
        {children}
      </div>
    </section>
  );
}

/** A state by shape, word and colour together. */
export function Badge({
  tone,
  icon,
  text,
}: {
  tone: Tone;
  icon: IconName;
  text: string;
}): JSX.Element {
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

export type Fact = {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly isStrong?: boolean;
};

/** Names and values, one below the other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ name, value, isStrong = false }) => (
        <div key={name} class={isStrong ? 'strong' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A link that looks like what it is: the way to an action, or away from it. */
export function ActionLink(props: {
  readonly href: string;
  readonly kind?: 'first' | 'second' | 'quiet';
  readonly children: ComponentChildren;
}): JSX.Element {
  const { href, kind = 'second', children } = props;
  return (
    <a class={`action ${kind}`} href={href}>
      {children}
    </a>
  );
}

/** A link to somebody else's pages; `href` must have come through `foreignLink`. */
export function ForeignLink({
  href,
  children,
}: {
  href: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  );
}

/** What the columns of a table hold; the last one stands at the end where it is an amount. */
export function ColumnHeads(props: {
  readonly names: readonly string[];
  readonly endsInAmount?: true;
}): JSX.Element {
  const { names, endsInAmount = false } = props;
  return (
    <thead>
      <tr>
        {names.map((name, place) => (
          <th
            key={name}
            scope="col"
            class={endsInAmount && place === names.length - 1 ? 'amount' : undefined}
          >
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A table that scrolls in a region of its own where it is too wide. */
export function TableRegion({
  name,
  children,
}: {
  name: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="region" role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
