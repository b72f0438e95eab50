import { Link } from '@tanstack/react-router';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { cn } from '../../../shared/ui/cn.ts';
import type { navigation } from './navigation.ts';

type Props = {
  readonly item: (typeof navigation)[number];
  /** How many wait there. */
  readonly count?: string;
  readonly className: string;
};

/** A page in a menu; the one that is open says so. */
export function NavLink({ item: { to, label, icon: Icon }, count, className }: Props) {
  const { slug } = useTenant();
  return (
    <Link
      to={to}
      params={{ slug }}
      activeOptions={{ exact: to === '/t/$slug', includeSearch: false }}
      className={cn('touch', className)}
    >
      <Icon aria-hidden size={18} />
      <span>{label()}</span>
      {count && (
        <span className="rounded-full bg-accent px-2 text-small text-on-accent max-md:absolute max-md:top-0.5 max-md:left-1/2 max-md:ml-1.5 md:ml-auto">
          {count}
        </span>
      )}
    </Link>
  );
}
