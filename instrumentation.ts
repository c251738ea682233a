import type { Instrumentation } from 'next';
import { prepareReports, reportError } from '@/lib/vendors/sentry/report-error';

/** Runs once before the server takes requests. */
export async function register(): Promise<void> {
  await prepareReports();
}

/** Called by Next for each error that a page or the middleware throws; routes report their own. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const digest = (error as { digest?: unknown } | null)?.digest;
  await reportError(error, {
    kind: context.routeType,
    method: request.method,
    path: context.routePath || request.path,
    ...(typeof digest === 'string' && { digest }),
  });
};
