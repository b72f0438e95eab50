import { declarePages, eachPageAlone } from '../pages.ts';
import { type ControlPath, controlDocuments } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane } from '../../platform/data/transactions.ts';
import type { PlatformCheck } from '../check.ts';

/** An entry of a register, as far as it names a business. */
type Entry = { readonly tenantId: string | null };

type Register = { readonly all: ControlPath<Entry>; readonly one: (id: string) => ControlPath<Entry> };

/** Registers and ledgers whose entries name a business. */
const registers = {
  slugs: { all: controlDocuments.slugs(), one: controlDocuments.slug },
  stripeCustomers: { all: controlDocuments.stripeCustomers(), one: controlDocuments.stripeCustomer },
  stripeEvents: { all: controlDocuments.stripeEvents(), one: controlDocuments.stripeEvent },
  mail: { all: controlDocuments.mails(), one: controlDocuments.mail },
} as const satisfies Record<string, Register>;

/** Invariants 5 and 9: what names a business names one that there is. */
export const namesBusinesses = (register: keyof typeof registers): PlatformCheck<Found<Entry>> => {
  const { all, one }: Register = registers[register];
  const pages = declarePages(register);
  return {
    looksAt: `entries of ${register}`,
    pages: () => eachPageAlone(readControlPlane, all, pages),
    async look({ id }, found) {
      found.lookAt();
      const [entry, placement] = await readControlPlane(async (control) => {
        const present = await control.get(one(id));
        const tenantId = present?.tenantId ?? null;
        return [
          present,
          tenantId === null ? undefined : await control.get(controlDocuments.placement(tenantId)),
        ] as const;
      });
      if (!entry || entry.tenantId === null) return;
      const about = `${register}/${id}`;
      if (!placement)
        found.add({
          about,
          is: `of ${entry.tenantId}, which is no business`,
          shouldBe: 'absent',
          remedy: 'Delete it by hand: what is left of a business that is gone has no owner.',
        });
      else if (register === 'slugs' && placement.slug !== id)
        found.add({
          about,
          is: `a second address of ${entry.tenantId}`,
          shouldBe: 'absent',
          remedy: 'Delete it by hand: a business has one address.',
        });
    },
  };
};
