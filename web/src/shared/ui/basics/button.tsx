import { cva, type VariantProps } from 'class-variance-authority';
import { type ComponentProps, useState } from 'react';
import { cn } from '../cn.ts';
import { Spinner } from './spinner.tsx';

export const buttonClass = cva(
  'touch inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors select-none disabled:cursor-default disabled:opacity-60',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent/90',
        outline: 'border border-line-strong/60 bg-surface hover:bg-accent-soft',
        quiet: 'text-ink hover:bg-accent-soft',
        danger: 'bg-danger text-on-danger hover:bg-danger/90',
      },
      size: { normal: 'px-4', icon: 'aspect-square min-w-11 md:pointer-fine:min-w-9' },
    },
    defaultVariants: { variant: 'primary', size: 'normal' },
  },
);

type Props = Omit<ComponentProps<'button'>, 'onClick'> &
  VariantProps<typeof buttonClass> & {
    /** Something is under way: the button shows it and takes no second press. */
    readonly busy?: boolean;
    /** A promise keeps the button busy until it settles. */
    readonly onClick?: (event: React.MouseEvent<HTMLButtonElement>) => unknown;
  };

export function Button({ variant, size, busy = false, className, children, onClick, type = 'button', ...rest }: Props) {
  const [running, setRunning] = useState(false);
  const waits = busy || running;

  async function press(event: React.MouseEvent<HTMLButtonElement>): Promise<void> {
    if (waits) return event.preventDefault();
    const work = onClick?.(event);
    if (!(work instanceof Promise)) return;
    setRunning(true);
    await work.finally(() => setRunning(false));
  }

  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      aria-busy={waits || undefined}
      aria-disabled={waits || undefined}
      className={cn(buttonClass({ variant, size }), className)}
      onClick={press}
    >
      {waits && <Spinner />}
      {children}
    </button>
  );
}
