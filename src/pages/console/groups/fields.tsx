import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../../kit/icon.js';
import type { Say } from '../../kit/words.js';

/** What is wrong with a form, by the id of the field that it is about. */
export type GroupFaults = Readonly<Record<string, string>>;

/** All that is wrong, first on the page, each with the way to its field (docs/spec/pages.md §15). */
export function FaultSummary(props: {
  readonly faults: GroupFaults;
  readonly say: Say;
}): JSX.Element | null {
  const { faults, say } = props;
  const all = Object.entries(faults);
  if (all.length === 0) return null;
  return (
    <div class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <Icon name="circle-alert" />
      <div>
        <h2>{say('console.groups.fault.title')}</h2>
        <ul>
          {all.map(([id, text]) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type Described = { readonly id: string; readonly hint?: string; readonly fault?: string };

function describedIds({ id, hint, fault }: Described): { readonly 'aria-describedby'?: string } {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}

function Beside({ id, hint, fault }: Described): JSX.Element {
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** A line of text that says what is wrong with it. */
export function LineField(
  props: Described & {
    readonly label: string;
    readonly value: string;
    readonly maxLength: number;
  },
): JSX.Element {
  const { id, label, value, maxLength, hint, fault } = props;
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={id}>{label}</label>
      <Beside {...props} />
      <input
        {...{ id, name: id, value, maxLength }}
        aria-invalid={fault === undefined ? undefined : 'true'}
        {...describedIds({ id, ...(hint ? { hint } : {}), ...(fault ? { fault } : {}) })}
      />
    </div>
  );
}

/** One box to be ticked. */
export function TickField(props: {
  readonly id: string;
  readonly label: string;
  readonly isTicked: boolean;
  readonly hint?: string;
}): JSX.Element {
  const { id, label, isTicked, hint } = props;
  return (
    <div class="tick">
      <input
        {...{ id, name: id, value: 'yes', type: 'checkbox', checked: isTicked }}
        {...describedIds({ id, ...(hint ? { hint } : {}) })}
      />
      <div>
        <label for={id}>{label}</label>
        <Beside id={id} {...(hint ? { hint } : {})} />
      </div>
    </div>
  );
}

type Pickable = { readonly value: string; readonly label: ComponentChildren };

/** Several of one name, as boxes or as dots. */
export function PickSet(
  props: Described & {
    readonly legend: string;
    readonly type: 'checkbox' | 'radio';
    readonly options: readonly Pickable[];
    readonly picked: readonly string[];
    readonly className?: string;
  },
): JSX.Element {
  const { id, legend, type, options, picked, className = '', hint, fault } = props;
  return (
    <fieldset
      id={id}
      class={`picks ${className}`}
      tabIndex={-1}
      {...describedIds({ id, ...(hint ? { hint } : {}), ...(fault ? { fault } : {}) })}
    >
      <legend>{legend}</legend>
      <Beside {...props} />
      {options.map(({ value, label }) => (
        <label key={value} class="tick">
          <input {...{ type, name: id, value, checked: picked.includes(value) }} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of many, from a list that opens. */
export function ListField(props: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly picked: string;
  readonly hint?: string;
}): JSX.Element {
  const { id, label, options, picked, hint } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Beside id={id} {...(hint ? { hint } : {})} />
      <select id={id} name={id} {...describedIds({ id, ...(hint ? { hint } : {}) })}>
        {options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === picked}>
            {it.label}
          </option>
        ))}
      </select>
    </div>
  );
}
