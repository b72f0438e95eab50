import { useNavigate } from '@tanstack/react-router';
import { takesSeat } from '@tenantry/model/roles';
import { m } from '../../../paraglide/messages.js';
import { signOut } from '../../../shared/session/sign-out.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useMemberships } from '../../../shared/tenant/use-memberships.ts';
import CommandPalette, { type Command } from '../../../shared/ui/overlays/command-palette.tsx';
import { urls } from '../../../shared/urls.ts';
import { beginnings, navigation } from './navigation.ts';

/** Every page, business and action that this person may reach. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const { slug, can, may } = useTenant();
  const memberships = useMemberships();
  const navigate = useNavigate();
  const businesses = memberships.state === 'ready' ? memberships.data : [];

  const commands: readonly Command[] = [
    ...navigation
      .filter(({ permission }) => can(permission))
      .map(({ to, label, icon: Icon }) => ({
        id: to,
        group: m.palette_pages(),
        label: label(),
        icon: <Icon aria-hidden size={18} />,
        run: () => navigate({ to, params: { slug } }),
      })),
    ...beginnings
      .filter(({ permission }) => may(permission))
      .map(({ to, label }) => ({
        id: to,
        group: m.palette_actions(),
        label: label(),
        run: () => navigate({ to, params: { slug } }),
      })),
    {
      id: 'shop',
      group: m.palette_actions(),
      label: m.share_see(),
      run: () => window.open(urls.portal(slug), '_blank'),
    },
    ...businesses
      .filter((business) => business.slug !== slug && takesSeat(business.role))
      .map((business) => ({
        id: business.id,
        group: m.palette_businesses(),
        label: business.name,
        run: () => navigate({ to: '/t/$slug', params: { slug: business.slug } }),
      })),
    { id: 'profile', group: m.palette_pages(), label: m.account_profile(), run: () => navigate({ to: '/profile' }) },
    { id: 'open', group: m.palette_actions(), label: m.start_open_business(), run: () => navigate({ to: '/open' }) },
    { id: 'sign-out', group: m.palette_actions(), label: m.account_sign_out(), run: () => signOut() },
  ];
  return <CommandPalette open onClose={onClose} commands={commands} />;
}
