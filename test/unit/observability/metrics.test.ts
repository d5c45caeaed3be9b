import { describe, expect, test } from '@jest/globals';
import { makeMetrics } from '../../../src/observability/metrics.js';

async function textOf(metrics: ReturnType<typeof makeMetrics>): Promise<string> {
  return (await metrics.read()).text;
}

describe('what a process counts', () => {
  test('is in its own registry: two do not meet', async () => {
    const [one, other] = [makeMetrics(), makeMetrics()];
    one.commitLost();
    expect(await textOf(one)).toContain('gateway_commits_lost_total 1');
    expect(await textOf(other)).toContain('gateway_commits_lost_total 0');
  });

  test('holds changes by kind', async () => {
    const metrics = makeMetrics();
    metrics.decided('upgrade');
    metrics.decided('upgrade');
    const text = await textOf(metrics);
    expect(text).toContain('gateway_changes_decided_total{kind="upgrade"} 2');
  });

  test('holds how many user products were set aside', async () => {
    const metrics = makeMetrics();
    metrics.setAside();
    expect(await textOf(metrics)).toContain('gateway_user_products_set_aside_total 1');
  });

  test('holds how late periods were ended, how long entries had waited, and documents by type', async () => {
    const metrics = makeMetrics();
    metrics.periodsEnded(3, 1_500);
    metrics.drained(2, 250);
    metrics.numbered('invoice', 3);
    metrics.numbered('credit_note', 1);
    metrics.numbered('invoice', 2);
    const text = await textOf(metrics);
    expect(text).toContain('gateway_periods_ended_total 3');
    expect(text).toContain('gateway_period_end_lag_seconds_sum 1.5');
    expect(text).toContain('gateway_outbox_drained_total 2');
    expect(text).toContain('gateway_outbox_drained_age_seconds_sum 0.25');
    expect(text).toContain('gateway_billing_documents_total{type="invoice"} 5');
    expect(text).toContain('gateway_billing_documents_total{type="credit_note"} 1');
  });

  test('holds requests by method, route and status, in seconds, and refusals by code', async () => {
    const metrics = makeMetrics();
    const request = { method: 'GET', route: '/a/:id', status: 200, milliseconds: 20 };
    metrics.requestEnded({ ...request, refusal: null });
    metrics.requestEnded({ ...request, status: null, refusal: null });
    metrics.requestEnded({ ...request, status: 409, refusal: 'same_package' });
    const text = await textOf(metrics);
    const name = 'gateway_http_request_duration_seconds';
    expect(text).toContain(`${name}_sum{method="GET",route="/a/:id",status="200"} 0.02`);
    expect(text).toContain(`${name}_count{method="GET",route="/a/:id",status="no_answer"} 1`);
    expect(text).toContain('gateway_refusals_total{code="same_package"} 1');
  });

  test('holds commands to the database and tries of webhooks', async () => {
    const metrics = makeMetrics();
    metrics.databaseAnswered({ name: 'find', isOk: true, milliseconds: 2 });
    metrics.databaseAnswered({ name: 'find', isOk: false, milliseconds: 2 });
    metrics.webhookAttempted('delivered', 100);
    const text = await textOf(metrics);
    const name = 'gateway_database_command_duration_seconds';
    expect(text).toContain(`${name}_sum{command="find",outcome="ok"} 0.002`);
    expect(text).toContain(`${name}_count{command="find",outcome="failed"} 1`);
    expect(text).toContain('gateway_webhook_attempt_duration_seconds_sum{result="delivered"} 0.1');
  });

  test('holds node’s own numbers', async () => {
    const { contentType, text } = await makeMetrics().read();
    expect(contentType).toMatch(/^text\/plain; version=/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });
});

describe('the backlog', () => {
  test('is read when the metrics are', async () => {
    const metrics = makeMetrics();
    const backlog = { dueRows: 7, oldestEntryAgeMs: 1_500 };
    metrics.watchBacklog(() => Promise.resolve(backlog));
    expect(await textOf(metrics)).toContain('gateway_due_rows 7');
    backlog.dueRows = 8;
    const text = await textOf(metrics);
    expect(text).toContain('gateway_due_rows 8');
    expect(text).toContain('gateway_outbox_oldest_entry_age_seconds 1.5');
  });

  test('is no number where the database does not say, and the rest is there all the same', async () => {
    const metrics = makeMetrics();
    metrics.watchBacklog(() => Promise.reject(new Error('away')));
    const text = await textOf(metrics);
    expect(text).toContain('gateway_due_rows Nan');
    expect(text).toContain('gateway_commits_lost_total 0');
  });
});
