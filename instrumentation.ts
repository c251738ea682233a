import type { Instrumentation } from 'next';

/** Runs once before the server takes requests. Next also builds this file for its edge runtime, which nothing here uses. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareReports } = await import('@/lib/vendors/sentry/report-error');
  await prepareReports();
}

/** Called by Next for each error that a page or the middleware throws; routes report their own. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { reportError } = await import('@/lib/vendors/sentry/report-error');
  const digest = (error as { digest?: unknown } | null)?.digest;
  await reportError(error, {
    kind: context.routeType,
    method: request.method,
    path: context.routePath || request.path,
    ...(typeof digest === 'string' && { digest }),
  });
};
