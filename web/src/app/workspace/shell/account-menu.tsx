import { Link } from '@tanstack/react-router';
import { CircleUserRound, LogOut, Store } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { signOut } from '../../../shared/session/sign-out.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useUser } from '../../../shared/tenant/use-user.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Menu, MenuItem } from '../../../shared/ui/overlays/menu.tsx';

/** The person, and what is theirs and not the business's. */
export function AccountMenu() {
  const { email } = usePerson();
  const user = useUser();
  const name = (user.state === 'ready' && user.data.displayName) || email;
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="quiet" className="w-full justify-start px-3 font-normal">
          <CircleUserRound aria-hidden size={18} />
          <span className="truncate">{name}</span>
        </Button>
      }
    >
      <AccountItems />
    </Menu>
  );
}

export function AccountItems() {
  return (
    <>
      <MenuItem render={<Link to="/profile" />}>
        <CircleUserRound aria-hidden size={18} />
        {m.account_profile()}
      </MenuItem>
      <MenuItem render={<Link to="/open" />}>
        <Store aria-hidden size={18} />
        {m.start_open_business()}
      </MenuItem>
      <MenuItem onSelect={() => signOut()}>
        <LogOut aria-hidden size={18} />
        {m.account_sign_out()}
      </MenuItem>
    </>
  );
}
