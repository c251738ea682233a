import { GeistSans } from 'geist/font/sans';

/** The one typeface of the product, self-hosted by the build. */
export const fontClass = GeistSans.variable;
