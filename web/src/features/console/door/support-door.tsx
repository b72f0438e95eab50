import { m } from '../../../paraglide/messages.js';
import { withSearch } from '../../../shared/navigation/address.ts';
import { Link } from '../../../shared/navigation/link.tsx';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import { aboveRowLinkClass } from '../../../shared/ui/data/table.tsx';
import { urls } from '../../../shared/urls.ts';
import { momentText, scopeText } from '../business-texts.ts';
import type { Business } from '../use-businesses.ts';

/** The door that a business has opened to support, and the way in; nothing while none stands open. */
export function SupportDoor({ business: { tenantId, name, supportDoor } }: { readonly business: Business }) {
  const address = useAddress();
  if (!supportDoor) return null;
  const { until, scope, reason, inside, priority } = supportDoor;
  const [href, text] = inside
    ? [urls.consoleVisit(tenantId), m.console_door_go_on()]
    : [withSearch(address, { door: tenantId }), m.console_door_enter()];
  return (
    <div className="flex items-center justify-between gap-x-4 gap-y-2 py-2 max-md:flex-col max-md:items-start md:w-96">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {m.console_door_until({ until: momentText(until) })}
          {priority && <Badge tone="accent">{m.console_door_priority()}</Badge>}
        </p>
        <p className="line-clamp-2 text-small text-muted wrap-anywhere">{reason}</p>
        <p className="text-small text-muted">{scopeText(scope)}</p>
      </div>
      <Link href={href} className={cn(buttonClass({ variant: inside ? 'primary' : 'outline' }), aboveRowLinkClass)}>
        {text} <span className="sr-only">{name}</span>
      </Link>
    </div>
  );
}
