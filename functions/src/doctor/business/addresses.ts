import { searchKeyOf } from '@tenantry/model/search-key';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';

const byHand = 'Nothing writes it but the opening of a business: correct it by hand.';
const bySaving = 'Save the name or the colour in the settings of the business once more.';

/** Invariant 5, from the side of the business: its register, its address and itself name each other. */
export const addresses: BusinessCheck = {
  looksAt: 'businesses',
  async look({ tenantId }, found) {
    const [tenant, profile] = await readTenant((tx) =>
      Promise.all([tx.get(tenantDocuments.tenant()), tx.get(tenantDocuments.profile())]),
    );
    const [placement, address] = await readControlPlane(async (control) => {
      const placed = await control.get(controlDocuments.placement(tenantId));
      return [placed, placed && (await control.get(controlDocuments.slug(placed.slug)))] as const;
    });
    found.lookAt();
    const missing = { tenant, profile, placement };
    for (const [what, document] of Object.entries(missing))
      if (!document)
        found.add({
          about: `the document ${what}`,
          is: 'absent',
          shouldBe: 'there',
          remedy: 'Restore it from a backup.',
        });
    if (!tenant || !profile || !placement) return;

    const { slug } = placement;
    found.expect('slug of the tenant’s own document', tenant.slug, slug, byHand);
    found.expect('slug of the profile', profile.slug, slug, byHand);
    found.expect(`the owner of slugs/${slug}`, address?.tenantId, tenantId, byHand);
    if (!address) return;
    found.expect(`database of slugs/${slug}`, address.database, placement.database, byHand);
    found.expect(`hue of slugs/${slug}`, address.hue, profile.branding.hue, bySaving);
    const names = {
      'tenant’s own document': tenant.name === profile.name,
      [`document slugs/${slug}`]: address.name === profile.name,
      'operators’ search': placement.nameKey === searchKeyOf(profile.name),
    };
    // People typed them: that one differs is told, and not how.
    for (const [where, isSame] of Object.entries(names))
      if (!isSame)
        found.add({ about: `name in the ${where}`, is: 'another', shouldBe: 'the profile’s', remedy: bySaving });
  },
};
