import { answerBooking, bookingAnswerInput } from '@/lib/desk';
import { pathId } from '@/lib/http/path-id';
import { withUser } from '@/lib/http/with-user';

/** Accepts or declines a request for a place in a class, or takes the answer back. */
export const PUT = withUser<typeof bookingAnswerInput, { id: string }>(
  async ({ db, input, params }) => {
    await answerBooking(db, pathId(params.id), input.answer);
    return new Response(null, { status: 204 });
  },
  { permission: 'members.act', body: bookingAnswerInput },
);
