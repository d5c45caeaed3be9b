import type { JSX } from 'preact';
import type { ListAudit } from '../../../application/audit/list-audit.js';
import type { ListOperators } from '../../../application/operators/list-operators.js';
import type { AuditEntry } from '../../../application/ports/audit-store.js';
import { type AuditEntryId, type OperatorId, parseId } from '../../../domain/ids.js';
import { operatorActions } from '../../../domain/operators/role.js';
import { page, type PageAnswer } from '../../kit/page-route.js';
import { ActionLink, ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';

export type AuditDeps = { readonly listAudit: ListAudit; readonly listOperators: ListOperators };

const onePage = 50;

/** What operators have asked for, the newest first, all or of one action or operator. */
export async function answerAudit(deps: AuditDeps, visit: OrganisationVisit): Promise<PageAnswer> {
  const { written, visitor, query } = visit;
  const { say } = written;
  const at = visitor.at.organisation.id;
  const wanted = wantedIn(query);
  const [{ entries, next }, operators] = await Promise.all([
    deps.listAudit(at, {
      before: parseId<AuditEntryId>(query.before ?? ''),
      limit: onePage,
      ...wanted.query,
    }),
    deps.listOperators(at),
  ]);
  const names = new Map(operators.map((it) => [`operator:${it.id}`, it.name]));
  return page({
    title: say('console.audit.title'),
    place: 'audit',
    main: (
      <>
        <Filter path={consolePaths.audit(at)} {...{ written, operators, chosen: wanted.chosen }} />
        {entries.length === 0 ? (
          <p>{say('console.audit.none')}</p>
        ) : (
          <Entries {...{ entries, names, written }} />
        )}
        {next === null ? null : (
          <p class="actions">
            <ActionLink href={consolePaths.auditOf(at, { ...wanted.chosen, before: next })}>
              {say('console.audit.older')}
            </ActionLink>
          </p>
        )}
      </>
    ),
  });
}

/** What the page is asked to show, for the store and for its own form. */
function wantedIn(query: Readonly<Record<string, string>>) {
  const action = operatorActions.find((it) => it === query.action);
  const operatorId = parseId<OperatorId>(query.operator ?? '');
  return {
    query: {
      ...(action === undefined ? {} : { action }),
      ...(operatorId === null ? {} : { who: `operator:${operatorId}` as const }),
    },
    chosen: { action: action ?? '', operator: operatorId ?? '' },
  };
}

function Filter(props: {
  readonly path: string;
  readonly written: Written;
  readonly operators: Awaited<ReturnType<ListOperators>>;
  readonly chosen: { readonly action: string; readonly operator: string };
}): JSX.Element {
  const { path, written, operators, chosen } = props;
  const { say } = written;
  return (
    <form class="filter" method="get" action={path}>
      <div class="field">
        <label for="action">{say('console.audit.action')}</label>
        <select id="action" name="action">
          <option value="">{say('console.audit.all')}</option>
          {operatorActions.map((it) => (
            <option key={it} value={it} selected={it === chosen.action}>
              {say(`console.act.${it}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="operator">{say('console.audit.who')}</label>
        <select id="operator" name="operator">
          <option value="">{say('console.audit.all')}</option>
          {operators.map((it) => (
            <option key={it.id} value={it.id} selected={it.id === chosen.operator}>
              {it.name}
            </option>
          ))}
        </select>
      </div>
      <button class="action second" type="submit">
        {say('console.audit.show')}
      </button>
    </form>
  );
}

function Entries(props: {
  readonly entries: readonly AuditEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly written: Written;
}): JSX.Element {
  const { entries, names, written } = props;
  const { say } = written;
  return (
    <TableRegion name={say('console.audit.title')}>
      <table class="entries">
        <ColumnHeads
          names={[
            say('console.audit.at'),
            say('console.audit.who'),
            say('console.audit.action'),
            say('console.home.state'),
            say('console.audit.about'),
            say('console.audit.before'),
            say('console.audit.after'),
          ]}
        />
        <tbody>
          {entries.map((it) => (
            <tr key={it.id}>
              <th scope="row">{written.moment(it.at)}</th>
              <td>{names.get(it.who) ?? it.who}</td>
              <td>{say(`console.act.${it.action}`)}</td>
              <td>{say(`console.audit.state.${it.state}`)}</td>
              <td class="kept">{told(it.ids)}</td>
              <td class="kept">{told(it.before)}</td>
              <td class="kept">{told(it.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Names and values, as they are kept. */
function told(facts: AuditEntry['ids'] | AuditEntry['before']): string {
  return Object.entries(facts ?? {})
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}
