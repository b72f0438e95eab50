import { Building2, DoorClosed } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { type Address, navigate, withSearch } from '../../shared/navigation/address.ts';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { FilterTabs } from '../../shared/ui/data/filter-tabs.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { Pager } from '../../shared/ui/data/pager.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { cn } from '../../shared/ui/cn.ts';
import { BillingDialog } from './billing/billing-dialog.tsx';
import { BusinessDialog } from './business-dialog.tsx';
import { DoorDialog } from './door/door-dialog.tsx';
import { endedVisitOf } from './door/ended-visit.ts';
import { GivenDialog } from './given/given-dialog.tsx';
import { BusinessesTable } from './businesses-table.tsx';
import { neighbours } from './paging.ts';
import { useBusinesses } from './use-businesses.ts';

/** Every business of the site: found by its name or address, and held back or let go. */
export function BusinessesPage({ denied }: { readonly denied: ReactNode }) {
  const address = useAddress();
  const search = (address.search.get('q') ?? '').trim().slice(0, 120);
  const cursor = address.search.get('cursor') ?? undefined;
  const doorsOpen = address.search.get('doors') === 'open';
  const { live, gone, waiting } = useBusinesses({ search, cursor, doorsOpen });
  const opened = address.search.get('business') ?? undefined;
  const door = address.search.get('door') ?? undefined;
  const given = address.search.get('given') ?? undefined;
  const billing = address.search.get('billing') ?? undefined;
  const ended = endedVisitOf(address.state);
  const close = () =>
    navigate(withSearch(address, { business: undefined, door: undefined, given: undefined, billing: undefined }), {
      replace: true,
      state: address.state,
    });
  const tenants = live.state === 'ready' ? live.data.tenants : [];

  if (live.state === 'denied') return denied;
  return (
    <>
      <PageHeader title={m.console_businesses()} lead={m.console_businesses_lead()} />
      {ended && (
        <div className="mb-6">
          <Notice tone="warn" title={m.console_visit_over({ name: ended.name })}>
            {ended.text}
          </Notice>
        </div>
      )}
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchField
          label={m.console_search()}
          value={search}
          onSearch={(q) => navigate(withSearch(address, { q, cursor: undefined }), { replace: true })}
        />
        <FilterTabs
          label={m.console_field_door()}
          options={[
            { value: 'all', label: m.filter_all() },
            { value: 'open', label: m.console_doors_open() },
          ]}
          value={doorsOpen ? 'open' : 'all'}
          onChange={(doors) =>
            navigate(withSearch(address, { doors: doors === 'open' ? doors : undefined, cursor: undefined }))
          }
        />
      </div>
      <Card className={cn('p-0 transition-opacity md:p-0', waiting && 'opacity-60')} aria-busy={waiting}>
        {gone ? (
          <PageGone address={address} />
        ) : (
          <ListState live={live} empty={<NoBusinesses search={search} doorsOpen={doorsOpen} address={address} />}>
            {(page) => <BusinessesTable businesses={page.tenants} />}
          </ListState>
        )}
      </Card>
      <Pages address={address} next={live.state === 'ready' && !waiting ? live.data.cursor : null} />
      <BusinessDialog business={tenants.find(({ tenantId }) => tenantId === opened)} onClose={close} />
      <GivenDialog business={tenants.find(({ tenantId }) => tenantId === given)} onClose={close} />
      <BillingDialog business={tenants.find(({ tenantId }) => tenantId === billing)} onClose={close} />
      <DoorDialog business={tenants.find(({ tenantId }) => tenantId === door)} onClose={close} />
    </>
  );
}

function Pages({ address, next }: { readonly address: Address; readonly next: string | null }) {
  const { onward, back } = neighbours(address, next);
  return (
    <Pager
      onPrevious={back && (() => navigate(back.to, { state: back.state }))}
      onNext={onward && (() => navigate(onward.to, { state: onward.state }))}
    />
  );
}

type NoneProps = { readonly search: string; readonly doorsOpen: boolean; readonly address: Address };

function NoBusinesses({ search, doorsOpen, address }: NoneProps) {
  if (doorsOpen) {
    return (
      <StatePanel icon={<DoorClosed aria-hidden />} title={m.console_doors_none()}>
        {m.console_doors_none_text()}
      </StatePanel>
    );
  }
  if (!search) {
    return (
      <StatePanel icon={<Building2 aria-hidden />} title={m.console_empty_title()}>
        {m.console_empty_text()}
      </StatePanel>
    );
  }
  return (
    <StatePanel
      title={m.console_nothing_title({ search })}
      action={
        <Button variant="outline" onClick={() => navigate(withSearch(address, { q: undefined }))}>
          {m.console_nothing_action()}
        </Button>
      }
    >
      {m.console_nothing_text()}
    </StatePanel>
  );
}

/** An address from long ago, or of another search. */
function PageGone({ address }: { readonly address: Address }) {
  return (
    <StatePanel
      title={m.console_page_gone_title()}
      action={
        <Button
          variant="outline"
          onClick={() => navigate(withSearch(address, { cursor: undefined }), { replace: true })}
        >
          {m.console_page_gone_action()}
        </Button>
      }
    />
  );
}
