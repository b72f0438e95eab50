import { ArrowLeft } from 'lucide-react';
import { Link } from '../../shared/navigation/link.tsx';

/** From one to many. */
export function BackTo({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className="link mb-1 inline-flex min-h-11 items-center gap-2 text-small md:min-h-0">
      <ArrowLeft aria-hidden size={16} />
      {children}
    </Link>
  );
}
