import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

const merge = extendTailwindMerge({
  extend: { theme: { text: ['small', 'body', 'lead', 'title', 'display'] } },
});

/** Class names, of which a later one wins over an earlier one for the same property. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
