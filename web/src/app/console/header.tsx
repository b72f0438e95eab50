import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { cn } from '../../shared/ui/cn.ts';
import { urls } from '../../shared/urls.ts';

const places = [
  { href: urls.console(), name: m.console_businesses },
  { href: urls.consoleMails(), name: m.mails_nav },
  { href: urls.consoleEvents(), name: m.events_nav },
] as const;

/** Whose application this is, its pages, and who uses it. On a phone the pages have a line of their own. */
export function Header() {
  const { email } = usePerson();
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-4 py-1.5 md:flex-nowrap md:px-8">
        <Link href={urls.console()} className="touch flex items-center font-semibold whitespace-nowrap">
          {m.app_name()} <span className="ml-2 font-normal text-muted">{m.console_title()}</span>
        </Link>
        <div className="order-3 max-md:w-full">
          <Places />
        </div>
        <div className="order-2 ml-auto flex min-w-0 items-center gap-2 md:order-4">
          <span className="truncate text-muted max-md:sr-only">{email}</span>
          <Button variant="quiet" className="whitespace-nowrap" onClick={() => signOut(urls.console())}>
            {m.console_sign_out()}
          </Button>
        </div>
      </div>
    </header>
  );
}

function Places() {
  const { path } = useAddress();
  return (
    <nav aria-label={m.console_nav()} className="flex gap-1 max-md:-mx-2">
      {places.map(({ href, name }) => {
        const isHere = path.replace(/\/$/, '') === href;
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            className={cn(
              'touch inline-flex items-center rounded-lg px-2 hover:bg-accent-soft',
              isHere ? 'bg-accent-soft font-medium text-accent' : 'text-muted',
            )}
          >
            {name()}
          </Link>
        );
      })}
    </nav>
  );
}
