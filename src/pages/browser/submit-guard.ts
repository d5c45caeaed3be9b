/**
 * While a form is under way, further presses are ignored and told after a second; the server makes a second one harmless
 * all the same. Offline nothing is sent. A page that comes back from the history is let go.
 */
export function guardForms(): void {
  const told = document.querySelector<HTMLElement>('#told');
  let pressedAt: number | null = null;
  let timer = 0;

  const tell = (text: string | undefined): void => {
    if (told !== null) told.textContent = text ?? '';
  };
  const letGo = (): void => {
    pressedAt = null;
    window.clearTimeout(timer);
    tell('');
  };

  document.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    if (!navigator.onLine) {
      event.preventDefault();
      tell(told?.dataset.offline);
      return;
    }
    if (pressedAt !== null) {
      event.preventDefault();
      return;
    }
    pressedAt = performance.now();
    timer = window.setTimeout(() => {
      tell(told?.dataset.working);
    }, 1_000);
  });
  window.addEventListener('pageshow', letGo);
  window.addEventListener('online', letGo);
}

/** The focus goes to what a page says first: a fault, or what has moved. */
export function focusWhatIsSaid(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
