import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';

const badgeClass = cva('inline-flex items-center rounded-full px-2.5 py-0.5 text-small font-medium whitespace-nowrap', {
  variants: {
    tone: {
      plain: 'bg-line/60 text-ink',
      accent: 'bg-accent-soft text-accent',
      good: 'bg-good-soft text-good',
      warn: 'bg-warn-soft text-warn',
      danger: 'bg-danger-soft text-danger',
    },
  },
  defaultVariants: { tone: 'plain' },
});

export type Tone = NonNullable<VariantProps<typeof badgeClass>['tone']>;

export function Badge({ tone, children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={badgeClass({ tone })}>{children}</span>;
}
