import { Link } from '../../../shared/navigation/link.tsx';
import { urls } from '../../../shared/urls.ts';

type Props = {
  /** The business's address; null where it is gone, or never was. */
  readonly slug: string | null;
  readonly tenantId: string | null;
  /** Said of what is no business's. */
  readonly nobodys: string;
};

/** Whose something is, with the way to it. */
export function Whose({ slug, tenantId, nobodys }: Props) {
  if (!slug) return <span className="text-muted">{tenantId ?? nobodys}</span>;
  return (
    <Link href={urls.console(slug)} className="link">
      {slug}
    </Link>
  );
}
