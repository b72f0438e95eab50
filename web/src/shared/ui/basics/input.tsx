import type { ComponentProps } from 'react';
import { cn } from '../cn.ts';

export const controlClass =
  'touch w-full rounded-lg border border-line-strong/70 bg-surface px-3 text-ink placeholder:text-muted aria-invalid:border-danger disabled:opacity-60 max-md:text-[1rem]';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(controlClass, className)} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...rest} className={cn(controlClass, 'py-2', className)} />;
}

/** The platform's own list: a phone shows its wheel. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={cn(controlClass, 'pr-8', className)} />;
}
