import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const sizes = ['display', 'title-2', 'title', 'figure', 'lead', 'head', 'base', 'label', 'small'];
const merge = extendTailwindMerge({ extend: { theme: { text: sizes } } });

/** Joins class names; of two that set the same thing the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
