import { AppError } from '@/lib/errors';
import { withAnyone } from '@/lib/http/with-anyone';

/** An address under /api where nothing is: a problem, never a page. */
const nothingHere = withAnyone(async () => {
  throw new AppError('not_found');
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
