import { cn } from '../cn.ts';

type Props = { readonly name: string; readonly hue?: number; readonly className?: string };

/** A business's mark: its first letter on its own hue. Decoration: the name stands beside it. */
export function Mark({ name, hue, className }: Props) {
  return (
    <span
      aria-hidden
      data-hue={hue}
      style={hue === undefined ? undefined : ({ '--hue': hue } as React.CSSProperties)}
      className={cn(
        'grid size-9 shrink-0 place-items-center rounded-lg bg-accent font-semibold text-on-accent select-none',
        className,
      )}
    >
      {firstLetter(name)}
    </span>
  );
}

function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '·';
}
