import { Link } from '@tanstack/react-router';
import { ChevronsUpDown, Check } from 'lucide-react';
import { takesSeat } from '@tenantry/model/roles';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useMemberships } from '../../../shared/tenant/use-memberships.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Mark } from '../../../shared/ui/basics/mark.tsx';
import { Menu, MenuGroup, MenuItem } from '../../../shared/ui/overlays/menu.tsx';

/** Which business this is, always in sight; opens the list of the person's others. */
export function Switcher() {
  const { profile, slug } = useTenant();
  const memberships = useMemberships();
  const all = memberships.state === 'ready' ? memberships.data : [];
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="quiet" className="w-full justify-start gap-3 px-1.5">
          <Mark name={profile.name} className="size-8" />
          <span className="truncate">
            {profile.name}
            <span className="sr-only">{m.switcher_label()}</span>
          </span>
          <ChevronsUpDown aria-hidden size={16} className="ml-auto shrink-0 text-muted" />
        </Button>
      }
    >
      <MenuGroup label={m.switcher_group()}>
        {all
          .filter(({ role }) => takesSeat(role))
          .map((membership) => (
            <MenuItem key={membership.id} render={<Link to="/t/$slug" params={{ slug: membership.slug }} />}>
              <span className="flex-1 truncate">{membership.name}</span>
              {membership.slug === slug && <Check aria-label={m.switcher_present()} size={16} />}
            </MenuItem>
          ))}
      </MenuGroup>
    </Menu>
  );
}
