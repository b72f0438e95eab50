import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { type Address, navigate, withSearch } from '../../shared/navigation/address.ts';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { Pager } from '../../shared/ui/data/pager.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { cn } from '../../shared/ui/cn.ts';
import { BusinessDialog } from './business-dialog.tsx';
import { BusinessesTable } from './businesses-table.tsx';
import { neighbours } from './paging.ts';
import { useBusinesses } from './use-businesses.ts';

/** Every business of the site: found by its name or address, and held back or let go. */
export function BusinessesPage({ denied }: { readonly denied: ReactNode }) {
  const address = useAddress();
  const search = (address.search.get('q') ?? '').trim().slice(0, 120);
  const cursor = address.search.get('cursor') ?? undefined;
  const { live, gone, waiting } = useBusinesses(search, cursor);
  const opened = address.search.get('business') ?? undefined;
  const tenants = live.state === 'ready' ? live.data.tenants : [];

  if (live.state === 'denied') return denied;
  return (
    <>
      <PageHeader title={m.console_businesses()} lead={m.console_businesses_lead()} />
      <div className="mb-4 flex">
        <SearchField
          label={m.console_search()}
          value={search}
          onSearch={(q) => navigate(withSearch(address, { q, cursor: undefined }), { replace: true })}
        />
      </div>
      <Card className={cn('p-0 transition-opacity md:p-0', waiting && 'opacity-60')} aria-busy={waiting}>
        {gone ? (
          <PageGone address={address} />
        ) : (
          <ListState live={live} empty={<NoBusinesses search={search} address={address} />}>
            {(page) => <BusinessesTable businesses={page.tenants} />}
          </ListState>
        )}
      </Card>
      <Pages address={address} next={live.state === 'ready' && !waiting ? live.data.cursor : null} />
      <BusinessDialog
        business={tenants.find(({ tenantId }) => tenantId === opened)}
        onClose={() => navigate(withSearch(address, { business: undefined }), { replace: true, state: address.state })}
      />
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

function NoBusinesses({ search, address }: { readonly search: string; readonly address: Address }) {
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
