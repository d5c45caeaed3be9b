import type { JSX } from 'preact';
import { describedBy, FaultLine } from './form-parts.js';

/** What is wrong with each field of a form that came back, by the field's name. */
export type FieldFaults = Readonly<Record<string, string>>;

/** All that is wrong, above the form, each a link to its field (docs/spec/pages.md §15). */
export function ErrorSummary(props: {
  readonly title: string;
  readonly faults: FieldFaults;
}): JSX.Element | null {
  const faults = Object.entries(props.faults);
  if (faults.length === 0) return null;
  return (
    <div class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <div>
        <h2>{props.title}</h2>
        <ul>
          {faults.map(([field, text]) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export type ChoiceOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
};

/** Boxes of which any may be ticked, or, as `radio`, one. */
export function ChoiceGroup(props: {
  readonly kind: 'checkbox' | 'radio';
  readonly name: string;
  readonly legend: string;
  readonly options: readonly ChoiceOption[];
  readonly chosen: readonly string[];
  readonly hint?: string;
  readonly fault?: string | undefined;
}): JSX.Element {
  const { kind, name, legend, options, chosen, hint, fault } = props;
  return (
    <fieldset
      class={fault === undefined ? 'choices' : 'choices faulty'}
      id={name}
      tabIndex={-1}
      aria-describedby={describedBy(name, { hint, fault })['aria-describedby']}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div class="field">
        <FaultLine name={name} fault={fault} />
      </div>
      {options.map((it) => (
        <label key={it.value} class="choice-line">
          <input type={kind} name={name} value={it.value} checked={chosen.includes(it.value)} />
          <span>
            {it.label}
            {it.hint === undefined ? null : <span class="hint"> {it.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of several, in a list that opens. */
export function SelectField(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly ChoiceOption[];
  readonly chosen: string;
}): JSX.Element {
  const { name, label, options, chosen } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === chosen}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Text of several lines. */
export function TextAreaField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly fault?: string | undefined;
}): JSX.Element {
  const { name, label, value, hint, rows = 3, fault } = props;
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultLine name={name} fault={fault} />
      <textarea id={name} name={name} rows={rows} {...describedBy(name, { hint, fault })}>
        {value}
      </textarea>
    </div>
  );
}
