import { useClaimsRefresh } from '../../shared/session/use-claims-refresh.ts';

/** A chunk of its own: it needs the SDK that listens. */
export default function ClaimsRefresh() {
  useClaimsRefresh();
  return null;
}
