import type { AppDeps } from '../../../src/http/app.js';
import { startApp, type StartedApp } from './start-app.js';

const recorded = [
  'requestChange',
  'previewChange',
  'cancelPendingChange',
  'cancelUserProduct',
  'reactivateUserProduct',
  'editUserProduct',
  'createUserProduct',
  'setCustomerNumber',
  'listAvailableChanges',
  'listClients',
  'delegateClient',
  'rotateDelegatedSecret',
  'disableClient',
  'enableClient',
  'undoChange',
  'eraseAccount',
  'sendExample',
] as const satisfies readonly (keyof AppDeps)[];

/** What reached a use case. */
type Asked = { readonly useCase: string; readonly args: readonly unknown[] };

/** The edge in front of use cases that note what they are asked, and answer what a test says. */
export type RecordedApp = StartedApp & {
  readonly asked: readonly Asked[];
  /** From now on nothing was asked, and everything asked is answered with this. */
  answerWith(result: unknown): void;
};

/** A user product of whoever asks: what a write ends in unless a test says otherwise. */
export const writtenId = '56e1741a6fc9365306000002';
export const done = { ok: true, id: writtenId } as const;

/** Starts it; `done` is what it answers until told otherwise. */
export async function startRecordedApp(given: Partial<AppDeps> = {}): Promise<RecordedApp> {
  const asked: Asked[] = [];
  let answer: unknown = done;
  const useCases = recorded.map((useCase) => [
    useCase,
    (...args: readonly unknown[]) => {
      asked.push({ useCase, args });
      return Promise.resolve(answer);
    },
  ]);
  const app = await startApp({ ...(Object.fromEntries(useCases) as Partial<AppDeps>), ...given });
  return {
    ...app,
    asked,
    answerWith: (result) => {
      asked.length = 0;
      answer = result;
    },
  };
}
