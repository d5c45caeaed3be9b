type List = { readonly list: HTMLElement; version: number };

/**
 * A list whose rows move: each move is the form of its row, sent at once; the row goes to its place, its new place is told,
 * and the focus stays where it was. A row is also drawn by its handle. Whatever goes wrong, the form is sent as it would be
 * without script, and the server's page says what is true.
 */
export function reorderLists(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-reorder]')) {
    const held: List = { list, version: Number(list.dataset.version) };
    list.addEventListener('submit', (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !navigator.onLine) return;
      event.preventDefault();
      // The guard of forms waits for a page that does not come.
      event.stopPropagation();
      void move(held, form);
    });
    list.addEventListener('pointerdown', (event) => {
      drag(held, event);
    });
    list.dataset.ready = '';
  }
}

function rowsOf({ list }: List): HTMLElement[] {
  return [...list.children].filter((it) => it instanceof HTMLElement);
}

function fieldOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** Sends the form as a page would, and looks at where the answer leads: it says which version came of it. */
async function move(held: List, form: HTMLFormElement): Promise<void> {
  const to = Number(fieldOf(form, 'to'));
  const row = form.closest('li');
  const fields = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => null);
  const led = answer?.ok === true ? new URL(answer.url) : null;
  const version = Number(led?.searchParams.get('version') ?? Number.NaN);
  if (led === null || row === null || Number.isNaN(version)) {
    form.submit();
    return;
  }
  if (version > held.version + 1) {
    // Somebody else has moved others, too.
    window.location.assign(led);
    return;
  }
  held.version = version;
  place(held, row, to);
}

/** Puts a row where it is by now, and tells of it. */
function place(held: List, row: HTMLElement, to: number): void {
  const focused = document.activeElement;
  const others = rowsOf(held).filter((it) => it !== row);
  const at = Math.min(Math.max(to, 1), others.length + 1) - 1;
  const before = others[at] ?? null;
  if (row.nextElementSibling !== before) held.list.insertBefore(row, before);
  number(held);
  if (focused instanceof HTMLElement && row.contains(focused)) focused.focus();
  tell(held, row, at + 1);
}

function tell(held: List, row: HTMLElement, at: number): void {
  const told = document.querySelector<HTMLElement>('#told');
  if (told === null) return;
  told.textContent = (held.list.dataset.moved ?? '')
    .replace('{place}', String(at))
    .replace('{count}', String(rowsOf(held).length))
    .replace('{name}', () => row.dataset.name ?? '');
}

/** Says in each row where it stands, and where its buttons lead. */
function number(held: List): void {
  const rows = rowsOf(held);
  for (const [index, row] of rows.entries()) {
    const at = index + 1;
    const shown = row.querySelector('.place');
    if (shown !== null) shown.textContent = String(at);
    for (const form of row.querySelectorAll('form')) {
      const by = fieldOf(form, 'by');
      const to = by === 'up' ? at - 1 : by === 'down' ? at + 1 : at;
      const field = form.querySelector<HTMLInputElement>('[name="to"]');
      if (field !== null) field.value = String(to);
      const isNone = to < 1 || to > rows.length;
      form.querySelector('[aria-disabled]')?.setAttribute('aria-disabled', String(isNone));
    }
  }
}

/** Draws a row by its handle; let go, the form of its row says where it is. Taken from the hand, it goes back. */
function drag(held: List, event: PointerEvent): void {
  if (!(event.target instanceof Element)) return;
  const handle = event.target.closest<HTMLElement>('.handle');
  const row = handle?.closest<HTMLElement>('li') ?? null;
  if (handle === null || row === null || event.button !== 0) return;
  event.preventDefault();
  const begun = rowsOf(held);
  const { list } = held;
  const { pointerId } = event;
  // The list holds the pointer: a row that is put elsewhere would lose it.
  list.setPointerCapture(pointerId);
  row.classList.add('dragged');
  const gone = new AbortController();
  const { signal } = gone;
  const end = (): void => {
    row.classList.remove('dragged');
    gone.abort();
  };
  const on = (name: 'pointermove' | 'pointercancel' | 'pointerup', act: (y: number) => void) => {
    const ofThis = (it: PointerEvent): void => {
      if (it.pointerId === pointerId) act(it.clientY);
    };
    list.addEventListener(name, ofThis, { signal });
  };
  on('pointermove', (y) => {
    follow(held, row, y);
  });
  on('pointercancel', () => {
    list.append(...begun);
    end();
  });
  on('pointerup', () => {
    end();
    const at = rowsOf(held).indexOf(row) + 1;
    if (begun[at - 1] !== row) send(row, at);
  });
}

/** The row stands above the first other one whose middle is below the pointer. */
function follow(held: List, row: HTMLElement, y: number): void {
  const others = rowsOf(held).filter((it) => it !== row);
  const before = others.find((it) => {
    const { top, height } = it.getBoundingClientRect();
    return y < top + height / 2;
  });
  if (row.nextElementSibling !== (before ?? null)) held.list.insertBefore(row, before ?? null);
}

function send(row: HTMLElement, at: number): void {
  const form = [...row.querySelectorAll('form')].find((it) => fieldOf(it, 'by') === 'to');
  const field = form?.querySelector<HTMLInputElement>('[name="to"]');
  if (form === undefined || !field) return;
  field.value = String(at);
  form.requestSubmit();
}
