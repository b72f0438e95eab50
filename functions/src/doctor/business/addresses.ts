import { placementDocument, profileDocument, slugDocument, tenantDocument } from '@tenantry/model/documents/tenants';
import { searchKeyOf } from '@tenantry/model/search-key';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';
import { isWellShaped } from '../shape.ts';

const byHand = 'Nothing writes it but the opening of a business: correct it by hand.';
const bySaving = 'Save the name or the colour in the settings of the business once more.';

/** Invariant 5, from the side of the business: its register, its address and itself name each other. */
export const addresses: BusinessCheck = {
  looksAt: 'businesses',
  async look({ tenantId }, found) {
    found.lookAt();
    const placement = await readControlPlane((control) => control.get(controlDocuments.placement(tenantId)));
    // Before anything is looked for in the database that it names.
    if (placement && !isWellShaped(`placements/${tenantId}`, placement, placementDocument, found)) return;
    const [tenant, profile] = await readTenant((tx) =>
      Promise.all([tx.get(tenantDocuments.tenant()), tx.get(tenantDocuments.profile())]),
    );
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
    const shapes = [
      isWellShaped(`tenants/${tenantId}`, tenant, tenantDocument, found),
      isWellShaped('public/profile', profile, profileDocument, found),
    ];
    if (shapes.includes(false)) return;

    const { slug } = placement;
    const address = await readControlPlane((control) => control.get(controlDocuments.slug(slug)));
    if (address && !isWellShaped(`slugs/${slug}`, address, slugDocument, found)) return;
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
