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
  /** What is wrong with it. */
  readonly fault?: string | undefined;
}): JSX.Element {
  const { name, label, value, hint, maxLength, fault } = props;
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultLine name={name} fault={fault} />
      <input
        id={name}
        name={name}
        value={value}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...describedBy(name, { hint, fault })}
      />
    </div>
  );
}

/** Ties a field to its hint and to what is wrong with it. */
export function describedBy(
  name: string,
  { hint, fault }: { readonly hint?: string | undefined; readonly fault?: string | undefined },
): { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: 'true' } {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(fault === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
}

/** What is wrong with a field, beside it: the same words as in the summary. */
export function FaultLine({
  name,
  fault,
}: {
  readonly name: string;
  readonly fault: string | undefined;
}): JSX.Element | null {
  return fault === undefined ? null : (
    <p class="fault" id={`${name}-fault`}>
      {fault}
    </p>
  );
}
