import type { Page } from 'playwright-core';

/** The words on the button that the law reads. */
export const orderWords = 'Order with obligation to pay';

export const subscriptionPath = (id: string): string => `/portal/subscriptions/${id}`;

/** From a subscription to the page that says what a change comes to. */
export async function chooseChange(page: Page, periodId: string): Promise<void> {
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.locator(`input[value$=".${periodId}"]`).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Change to' }).waitFor();
}

/** Presses the button, and waits for the page that comes of it: its heading. */
export async function pressFor(page: Page, button: string, heading: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** What the form of an order would send. */
export async function formOn(page: Page): Promise<Readonly<Record<string, string>>> {
  const fields = await page
    .locator('main form[method="post"] input[type="hidden"]')
    .evaluateAll((inputs) =>
      inputs.map((it) => [it.getAttribute('name') ?? '', it.getAttribute('value') ?? ''] as const),
    );
  return Object.fromEntries(fields);
}

/** Sends a form as the page of this visitor would, so many times at once; where each answer leads, or its status. */
export async function postAtOnce(
  page: Page,
  { path, form, times }: { readonly path: string; readonly form: object; readonly times: number },
): Promise<readonly string[]> {
  const origin = new URL(page.url()).origin;
  const cookies = await page.context().cookies();
  const send = async (): Promise<string> => {
    const response = await fetch(origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams(form as Record<string, string>).toString(),
    });
    await response.text();
    return response.headers.get('location') ?? String(response.status);
  };
  return Promise.all(Array.from({ length: times }, send));
}
