import type { JSX } from 'preact';
import { type Role, roles } from '../../../domain/operators/role.js';
import { formKeyPattern } from '../../kit/keyed-form.js';
import type { PageField } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';

export const keyField: PageField = {
  ...{ name: 'key', maxLength: 22, pattern: formKeyPattern, isRequired: true },
};
export const roleField: PageField = {
  ...{ name: 'role', maxLength: 10, pattern: /^(?:viewer|support|editor|owner|none)$/ },
  isRequired: true,
};

/** What somebody is to be; `none`: nothing any more. */
export function RoleField(props: {
  readonly say: Say;
  readonly value: Role;
  readonly mayBeNone: boolean;
}): JSX.Element {
  const { say, value, mayBeNone } = props;
  return (
    <div class="field">
      <label for="role">{say('console.operators.role')}</label>
      <select id="role" name="role">
        {roles.map((it) => (
          <option key={it} value={it} selected={it === value}>
            {say(`console.role.${it}`)}
          </option>
        ))}
        {mayBeNone ? <option value="none">{say('console.operators.none')}</option> : null}
      </select>
    </div>
  );
}

/** Why a form came back: said first, with a link to the field. */
export function FormFault({
  field,
  text,
}: {
  readonly field: string;
  readonly text: string;
}): JSX.Element {
  return (
    <section class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <p>
        <a href={`#${field}`}>{text}</a>
      </p>
    </section>
  );
}
