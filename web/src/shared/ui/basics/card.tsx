import type { ComponentProps } from 'react';
import { cn } from '../cn.ts';

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={cn('rounded-xl border border-line bg-surface p-4 md:p-6', className)} />;
}
