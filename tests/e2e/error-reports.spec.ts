import { ReportReceiver } from '../support/report-receiver.ts';
import { expect, test } from './support/fixtures.ts';
import { type ReportingApp, startReportingApp } from './support/reporting-app.ts';

const receiver = new ReportReceiver();
let reporting: ReportingApp;

test.beforeAll(async () => {
  await receiver.start();
  reporting = await startReportingApp(receiver.dsn);
});
test.afterAll(async () => {
  await reporting.stop();
  await receiver.stop();
});

/** Nothing of a person, of a request or of a secret. */
const personal =
  /claire|exemple\.fr|12 34 56|eyJ|sb-jarvis|secret|hunter2|base64-|"(cookies|headers|query_string|user|breadcrumbs)"/;

test.describe('error reports', () => {
  test('of a route and of a page arrive, scrubbed', async ({ openContext, complaints }) => {
    complaints.allow(/500|Internal Server Error|React error #441/);
    const context = await openContext({ baseURL: reporting.url });
    await context.addCookies([reporting.cookie]);
    const answer = await context.request.get('/api/dashboard/pulse?gym=secret-query');
    expect(answer.status()).toBe(500);
    expect(await answer.text()).not.toMatch(personal);
    const ofRoute = await receiver.arrival(answer.headers()['x-request-id'] ?? 'no id');
    expect(ofRoute).toContain('broken row of [e-mail], [number]');
    expect(ofRoute).not.toMatch(personal);

    const page = await context.newPage();
    const shown = await page.goto('/dashboard?q=secret-query');
    expect(await shown?.text()).not.toMatch(/claire|12 34 56/);
    const ofPage = await receiver.arrival('"kind":"render"');
    expect(ofPage).toContain('"path":"/dashboard"');
    expect(ofPage).toContain('broken row of [e-mail]');
    expect(ofPage).not.toMatch(personal);
  });

  test('of a browser arrive, scrubbed', async ({ openContext, complaints }) => {
    complaints.allow(/planted/);
    const context = await openContext({ baseURL: reporting.url });
    await context.addCookies([{ name: 'seen', value: 'secret-cookie', url: reporting.url }]);
    const page = await context.newPage();
    // What goes wrong before the page's own scripts have run is heard by nobody.
    await page.goto('/login?next=secret-query', { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted error about claire@exemple.fr, {"password":"hunter2"}');
      });
      void Promise.reject(new Error('planted refusal for +33 6 12 34 56 78'));
    });
    for (const text of ['planted error about [e-mail]', 'planted refusal for [number]']) {
      const envelope = await receiver.arrival(text);
      expect(envelope).toContain('"path":"/login"');
      expect(envelope).not.toMatch(personal);
    }
  });
});
