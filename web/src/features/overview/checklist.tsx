import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProductDocument } from '@tenantry/model/documents/business';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import type { Live } from '../../shared/live/listeners.ts';
import { queries } from '../../shared/queries.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';

type Step = {
  readonly key: string;
  readonly done: boolean | undefined;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
};

/** The first steps of a new business; gone when all are done, and never there for who cannot take them. */
export function Checklist() {
  const { slug, may } = useTenant();
  const done = useDone();
  if (!may('product:write') || !may('member:manage')) return null;

  const steps: readonly Step[] = [
    {
      key: 'product',
      done: done.product,
      title: m.checklist_product(),
      text: m.checklist_product_text(),
      action: (
        <Link to="/t/$slug/products/new" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
          {m.products_new()}
        </Link>
      ),
    },
    {
      key: 'share',
      done: done.customer,
      title: m.checklist_share(),
      text: m.checklist_share_text(),
      action: (
        <a href="#share" className={buttonClass({ variant: 'outline' })}>
          {m.checklist_share_action()}
        </a>
      ),
    },
    {
      key: 'staff',
      done: done.team,
      title: m.checklist_staff(),
      text: m.checklist_staff_text(),
      action: (
        <Link to="/t/$slug/team" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
          {m.invite_person()}
        </Link>
      ),
    },
  ];
  // Unknown yet is not undone: the card appears only when something is left.
  if (steps.some((step) => step.done === undefined) || steps.every((step) => step.done)) return null;
  return (
    <Card>
      <h2 className="mb-4 text-lead font-semibold">{m.checklist_title()}</h2>
      <ol className="grid gap-4">
        {steps.map((step) => (
          <StepRow key={step.key} step={step} />
        ))}
      </ol>
    </Card>
  );
}

function StepRow({ step: { done, title, text, action } }: { readonly step: Step }) {
  return (
    <li className="flex flex-wrap items-center gap-3">
      {done ? <CircleCheck aria-hidden className="text-good" /> : <Circle aria-hidden className="text-muted" />}
      <span className="sr-only">{done ? m.checklist_done() : m.checklist_open()}</span>
      <div className="min-w-0 flex-1 basis-48">
        <p className={done ? 'text-muted line-through' : 'font-medium'}>{title}</p>
        {!done && <p className="text-small text-muted">{text}</p>}
      </div>
      {!done && action}
    </li>
  );
}

/** What was done already; `undefined` while nobody knows. */
function useDone() {
  const { tenantId, can } = useTenant();
  const products = useTenantQuery<ProductDocument>(can('product:read') ? queries.products(tenantId) : undefined);
  const customers = useTenantQuery<MemberDocument>(can('member:read') ? queries.customers(tenantId) : undefined);
  const team = useTenantQuery<MemberDocument>(can('member:read') ? queries.team(tenantId) : undefined);
  const invites = useTenantQuery<InviteDocument>(
    can('member:manage') ? queries.invites(tenantId, ['open']) : undefined,
  );
  const invited = countOf(invites);
  const members = countOf(team);
  return {
    product: atLeast(1, countOf(products)),
    customer: atLeast(1, countOf(customers)),
    team: invited === undefined || members === undefined ? undefined : members + invited > 1,
  };
}

function countOf(live: Live<readonly unknown[]>): number | undefined {
  if (live.state === 'empty') return 0;
  return live.state === 'ready' ? live.data.length : undefined;
}

function atLeast(least: number, count: number | undefined): boolean | undefined {
  return count === undefined ? undefined : count >= least;
}
