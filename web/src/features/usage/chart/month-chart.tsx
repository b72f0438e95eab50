import { daysIn } from '@tenantry/model/billing/usage-month';
import { m } from '../../../paraglide/messages.js';
import { useUsageWords } from '../usage-words.ts';
import { type ChartShape, heightOf, pathOf } from './chart-shape.ts';

type Props = {
  readonly shape: ChartShape;
  readonly month: string;
  /** All of it in a sentence, for whoever does not see it. */
  readonly label: string;
};

/** Lines stay as thin as they are however the chart is stretched; words stand beside the drawing and are not stretched. */
export function MonthChart({ shape: { top, past, ahead, limit, days }, month, label }: Props) {
  const { count } = useUsageWords();
  const length = daysIn(month);
  const line = { fill: 'none', strokeWidth: 2, vectorEffect: 'non-scaling-stroke' } as const;
  const [now] = ahead;
  return (
    <figure className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 text-small text-muted">
      <figcaption className="sr-only">{label}</figcaption>
      <div aria-hidden className="flex h-56 flex-col justify-between text-right leading-none tabular-nums">
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{count(value)}</span>
        ))}
      </div>
      <div aria-hidden className="relative h-56">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          {[0, 50, 100].map((y) => (
            <line key={y} x1={0} x2={100} y1={y} y2={y} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          <path d={`${pathOf(past, top)}L${now.x.toFixed(2)} 100L0 100Z`} className="fill-accent/15" />
          <path d={pathOf(ahead, top)} className="stroke-accent" strokeDasharray="4 4" {...line} />
          <path d={pathOf(past, top)} className="stroke-accent" strokeLinejoin="round" {...line} />
          {limit !== undefined && (
            <line
              x1={0}
              x2={100}
              y1={heightOf(limit, top)}
              y2={heightOf(limit, top)}
              className="stroke-danger"
              {...line}
            />
          )}
          {days.map(({ day, quantity, sum }) => (
            <rect
              key={day}
              x={((Number(day) - 1) / length) * 100}
              y={0}
              width={100 / length}
              height={100}
              className="fill-transparent hover:fill-accent/10"
            >
              <title>{m.usage_day({ day: Number(day), quantity: count(quantity), sum: count(sum) })}</title>
            </rect>
          ))}
        </svg>
        <span
          className="absolute size-2.5 -translate-1/2 rounded-full bg-accent"
          style={{ left: `${now.x}%`, top: `${heightOf(now.y, top)}%` }}
        />
      </div>
      <div aria-hidden className="relative col-start-2 h-5 tabular-nums">
        {[1, 8, 15, 22, length].map((day) => (
          <span key={day} className="absolute -translate-x-1/2" style={{ left: `${((day - 0.5) / length) * 100}%` }}>
            {day}
          </span>
        ))}
      </div>
    </figure>
  );
}
