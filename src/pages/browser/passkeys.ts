import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * Buttons that have the browser use a passkey or make one. The task comes from the form's own address for it, the answer is
 * sent with the form. Whoever turns back, or has no passkey here, is told so, and nothing is sent.
 */
export function offerPasskeys(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    const button = form.querySelector('button');
    button?.addEventListener('click', () => {
      tell(form, '');
      button.setAttribute('aria-disabled', 'true');
      void answerTo(form)
        .then((answer) => {
          send(form, answer);
        })
        .catch(() => {
          tell(form, form.dataset.failed ?? '');
        })
        .finally(() => {
          button.removeAttribute('aria-disabled');
        });
    });
  }
}

async function answerTo(form: HTMLFormElement): Promise<unknown> {
  const task = await fetch(form.dataset.options ?? '', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  if (!task.ok) throw new Error('there is no task');
  const optionsJSON = (await task.json()) as never;
  return form.dataset.passkey === 'make'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON });
}

function send(form: HTMLFormElement, answer: unknown): void {
  const field = form.querySelector<HTMLInputElement>('input[name="answer"]');
  if (field === null) return;
  field.value = JSON.stringify(answer);
  form.requestSubmit();
}

function tell(form: HTMLFormElement, text: string): void {
  const told = form.querySelector<HTMLElement>('[data-passkey-told]');
  if (told !== null) told.textContent = text;
}
