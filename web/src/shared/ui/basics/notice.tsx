import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';

const noticeClass = cva('grid gap-1 rounded-lg px-4 py-3', {
  variants: {
    tone: {
      plain: 'bg-accent-soft',
      good: 'bg-good-soft',
      warn: 'bg-warn-soft',
      danger: 'bg-danger-soft',
    },
  },
  defaultVariants: { tone: 'plain' },
});

type Props = VariantProps<typeof noticeClass> & {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Something to know, in the page. What went wrong is announced at once, the rest when there is time. */
export function Notice({ tone, title, children, action }: Props) {
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={noticeClass({ tone })}>
      <p className="font-medium">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
