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

export type FieldFault = { readonly field: string; readonly text: string };

/** What is wrong with a form that came back: first on the page, in the words that stand beside each field too. */
export function ErrorSummary(props: {
  readonly title: string;
  readonly faults: readonly FieldFault[];
}): JSX.Element | null {
  const { title, faults } = props;
  if (faults.length === 0) return null;
  return (
    <section class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <div>
        <h2>{title}</h2>
        <ul>
          {faults.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A labelled line of text, with its hint and its fault. */
export function TextField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly maxLength?: number;
}): JSX.Element {
  const { name, label, value, hint, fault, maxLength } = props;
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <input
        id={name}
        name={name}
        value={value}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
      />
    </div>
  );
}
