import type { ComponentChildren, JSX } from 'preact';

/** A form of ours: its action is a path of this origin. What it holds unseen is sent along. */
export function PostForm(props: {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { action, hidden = {}, children } = props;
  return (
    <form method="post" action={action} noValidate data-guard="">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The button that does it; the words alone, for the law reads nothing else (docs/spec/pages.md §7). */
export function SubmitButton({
  kind = 'first',
  children,
}: {
  readonly kind?: 'first' | 'second' | 'quiet';
  readonly children: string;
}): JSX.Element {
  return (
    <button class={`action ${kind}`} type="submit">
      {children}
    </button>
  );
}

/** A labelled line of text with its hint. */
export function TextField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly maxLength?: number;
}): JSX.Element {
  const { name, label, value, hint, maxLength } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        value={value}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${name}-hint` })}
      />
    </div>
  );
}
