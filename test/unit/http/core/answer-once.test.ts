import { describe, expect, test } from '@jest/globals';
import type { RunOnce, RunOnceResult } from '../../../../src/application/idempotency/run-once.js';
import { answerOnce } from '../../../../src/http/core/answer-once.js';
import type {
  Endpoint,
  EndpointAnswer,
  EndpointRequest,
} from '../../../../src/http/core/endpoint.js';
import { failed } from '../../../../src/http/core/failure.js';

type Attempt = Awaited<ReturnType<Parameters<RunOnce>[1]>>;

const chosenId = 'e'.repeat(24);
const keyed = { keyHash: 'k', commandHash: 'c' };

/** One keyed write that comes to this answer, and what was kept of it. */
async function answered(answer: EndpointAnswer, outcome: RunOnceResult | null = null) {
  const asked: EndpointRequest[] = [];
  const attempts: Attempt[] = [];
  const endpoint = {
    handle: (request: EndpointRequest) => {
      asked.push(request);
      return Promise.resolve(answer);
    },
  } as Endpoint;
  const runOnce: RunOnce = async (_request, run) => {
    if (outcome !== null) return outcome;
    const attempt = await run(chosenId);
    attempts.push(attempt);
    return { outcome: 'first', answer: attempt.answer };
  };
  const request = { guards: { keyed }, caller: { organisationId: 'o' } } as EndpointRequest;
  return { answer: await answerOnce(endpoint, request, runOnce), asked, attempts };
}

describe('a write whose answer is kept in a record', () => {
  test('is done with the id that was chosen for it, and kept as the text that goes out', async () => {
    const { answer, asked, attempts } = await answered({ status: 201, body: { id: 'a' } });
    expect(answer).toEqual({ status: 201, text: '{"id":"a"}', isReplay: false });
    expect(asked).toMatchObject([{ chosenId }]);
    expect(attempts).toEqual([{ hadEffect: true, answer: { status: 201, body: '{"id":"a"}' } }]);
  });

  test('without a body is kept as no text', async () => {
    const { attempts } = await answered({ status: 204, body: null });
    expect(attempts).toEqual([{ hadEffect: true, answer: { status: 204, body: '' } }]);
  });

  test('that is refused has no effect, and the refusal is answered as it is', async () => {
    const refusal = failed('version_mismatch');
    const { answer, attempts } = await answered(refusal);
    expect(answer).toBe(refusal);
    expect(attempts).toMatchObject([{ hadEffect: false }]);
  });

  test('that was done before is repeated, and nothing is asked', async () => {
    const kept = { status: 201, body: '{ "id": 1 }' };
    const { answer, asked } = await answered(failed('internal'), {
      outcome: 'replayed',
      answer: kept,
    });
    expect([answer, asked]).toEqual([{ status: 201, text: kept.body, isReplay: true }, []]);
  });

  test('under another write’s key, or one in use, is a failure of each', async () => {
    const never = failed('internal');
    expect((await answered(never, { outcome: 'key_reused' })).answer).toEqual(failed('key_reused'));
    const inUse = { outcome: 'key_in_use', retryAfterMs: 1_001 } as const;
    expect((await answered(never, inUse)).answer).toEqual(
      failed('key_in_use', { retryAfterSeconds: 2 }),
    );
  });
});

test('without a key it is simply asked', async () => {
  const endpoint = {
    handle: () => Promise.resolve({ status: 200, body: 1 }),
  } as unknown as Endpoint;
  const request = { guards: { keyed: null } } as EndpointRequest;
  const never = () => Promise.reject(new Error('nothing is to be kept'));
  expect(await answerOnce(endpoint, request, never)).toEqual({ status: 200, body: 1 });
});
