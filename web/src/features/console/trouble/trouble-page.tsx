import type { ReactNode } from 'react';
import { navigate, withSearch } from '../../../shared/navigation/address.ts';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import type { Asked } from '../use-asked.ts';

export type TroubleWords = {
  readonly name: () => string;
  readonly text: () => string;
  /** Said when nothing is in it. */
  readonly none: () => string;
};

type Props<Trouble extends string, Answer> = {
  readonly title: string;
  readonly lead: string;
  /** What the choice is between. */
  readonly filter: string;
  readonly troubles: readonly [Trouble, ...Trouble[]];
  readonly words: Readonly<Record<Trouble, TroubleWords>>;
  readonly trouble: Trouble;
  readonly asked: Asked<Answer>;
  readonly icon: ReactNode;
  /** Said below a list that goes on. */
  readonly more: string;
  readonly denied: ReactNode;
  readonly children: (answer: Answer) => ReactNode;
};

/** Things of every business that need an operator's hand, one kind of trouble at a time. */
export function TroublePage<Trouble extends string, Answer extends { readonly more: boolean }>({
  title,
  lead,
  filter,
  troubles,
  words,
  trouble,
  asked: { live, waiting },
  icon,
  more,
  denied,
  children,
}: Props<Trouble, Answer>) {
  const address = useAddress();
  if (live.state === 'denied') return denied;
  const { text, none } = words[trouble];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <div className="mb-4">
        <FilterTabs
          label={filter}
          options={troubles.map((value) => ({ value, label: words[value].name() }))}
          value={trouble}
          onChange={(value) => navigate(withSearch(address, { trouble: value === troubles[0] ? undefined : value }))}
        />
        <p className="mt-2 max-w-prose text-muted">{text()}</p>
      </div>
      <Card className={cn('p-0 transition-opacity md:p-0', waiting && 'opacity-60')} aria-busy={waiting}>
        <ListState live={live} empty={<StatePanel icon={icon} title={none()} />}>
          {(answer) => (
            <>
              {children(answer)}
              {answer.more && <p className="border-t border-line p-4 text-center text-muted">{more}</p>}
            </>
          )}
        </ListState>
      </Card>
    </>
  );
}
