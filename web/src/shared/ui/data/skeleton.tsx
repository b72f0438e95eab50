import { m } from '../../../paraglide/messages.js';

/** Grey bars as high as the rows that will come, so that nothing jumps. */
export function SkeletonRows({ rows = 6, height = '3.5rem' }: { readonly rows?: number; readonly height?: string }) {
  return (
    <output aria-label={m.state_loading()} className="grid gap-px">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="flex items-center gap-4 px-4" style={{ height }}>
          <span className="h-3 w-1/3 animate-pulse rounded bg-line" />
          <span className="h-3 w-1/5 animate-pulse rounded bg-line" />
          <span className="ml-auto h-3 w-16 animate-pulse rounded bg-line" />
        </span>
      ))}
    </output>
  );
}
