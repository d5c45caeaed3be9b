import type { JSX } from 'preact';
import { pageLanguages } from '../../../domain/portal/portal-settings.js';
import { TextField } from '../../kit/form-parts.js';
import { ChoiceGroup, type FieldFaults, TextAreaField } from '../../kit/more-fields.js';
import { manyIn } from '../../kit/page-route.js';
import type { Say } from '../../kit/words.js';
import type { FormValues } from './settings-part.js';

type Fields = {
  readonly values: FormValues;
  readonly faults: FieldFaults;
  readonly say: Say;
};

/** All that an organisation says of its portal. */
export function PortalFields(props: Fields): JSX.Element {
  return (
    <>
      <Ways {...props} />
      <Selling {...props} />
      <Words {...props} />
    </>
  );
}

function Tick(props: Pick<Fields, 'values' | 'say'> & { readonly name: TickName }): JSX.Element {
  const { values, say, name } = props;
  return (
    <label class="choice-line" for={name}>
      <input type="checkbox" id={name} name={name} value="on" checked={values[name] === 'on'} />
      <span>{say(`console.settings.${name}`)}</span>
    </label>
  );
}

type TickName = 'open' | 'showDocuments' | 'cancellationPage' | 'applyClear';

function Ways({ values, faults, say }: Fields): JSX.Element {
  return (
    <section>
      <h2>{say('console.settings.ways')}</h2>
      <div>
        <Tick name="open" values={values} say={say} />
        <Tick name="showDocuments" values={values} say={say} />
      </div>
      <TextAreaField
        name="returnUrls"
        label={say('console.settings.returnUrls')}
        hint={say('console.settings.returnUrlsHint')}
        value={values.returnUrls ?? ''}
        fault={faults.returnUrls}
      />
      <TextAreaField
        name="supportText"
        label={say('console.settings.supportText')}
        value={values.supportText ?? ''}
        fault={faults.supportText}
      />
      <TextField
        name="supportUrl"
        label={say('console.settings.supportUrl')}
        hint={say('console.settings.supportUrlHint')}
        value={values.supportUrl ?? ''}
        fault={faults.supportUrl}
      />
    </section>
  );
}

function Selling({ values, faults, say }: Fields): JSX.Element {
  const options = <Key extends string>(name: string, all: readonly Key[]) =>
    all.map((it) => ({ value: it, label: say(`console.settings.${name}.${it}` as never) }));
  return (
    <section>
      <h2>{say('console.settings.selling')}</h2>
      <TextAreaField
        name="offer"
        label={say('console.settings.offer')}
        hint={say('console.settings.offerHint')}
        value={values.offer ?? ''}
        fault={faults.offer}
      />
      <ChoiceGroup
        kind="radio"
        name="behaviour"
        legend={say('console.settings.behaviour')}
        options={options('behaviour', ['default', 'explicit'])}
        chosen={[values.behaviour ?? '']}
      />
      <ChoiceGroup
        kind="radio"
        name="wording"
        legend={say('console.settings.wording')}
        options={options('wording', ['consumer', 'business'])}
        chosen={[values.wording ?? '']}
      />
      <ChoiceGroup
        kind="radio"
        name="vat"
        legend={say('console.settings.vat')}
        options={options('vat', ['included', 'excluded', 'unsaid'])}
        chosen={[values.vat ?? '']}
      />
      <TextField
        name="withdrawalDays"
        label={say('console.settings.withdrawalDays')}
        hint={say('console.settings.withdrawalDaysHint')}
        value={values.withdrawalDays ?? ''}
        maxLength={2}
        fault={faults.withdrawalDays}
      />
      <div>
        <Tick name="cancellationPage" values={values} say={say} />
        <Tick name="applyClear" values={values} say={say} />
      </div>
    </section>
  );
}

function Words({ values, faults, say }: Fields): JSX.Element {
  const options = pageLanguages.map((it) => ({
    value: it,
    label: say(`console.settings.language.${it}`),
  }));
  return (
    <section>
      <h2>{say('console.settings.words')}</h2>
      <ChoiceGroup
        kind="radio"
        name="language"
        legend={say('console.settings.language')}
        options={options}
        chosen={[values.language ?? '']}
      />
      <ChoiceGroup
        kind="checkbox"
        name="languages"
        legend={say('console.settings.languages')}
        options={options}
        chosen={manyIn(values.languages)}
        fault={faults.languages}
      />
    </section>
  );
}
