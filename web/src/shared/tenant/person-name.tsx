import type { MemberDocument } from '@tenantry/model/documents/people';
import type { ReactNode } from 'react';

type Props = {
  readonly person: Pick<MemberDocument, 'displayName' | 'email'>;
  /** What is said of them behind the name. */
  readonly children?: ReactNode;
};

/** What somebody is called in a list, and below it their address. */
export function PersonName({ person: { displayName, email }, children }: Props) {
  return (
    <>
      {displayName || email}
      {children}
      {displayName && <span className="block text-small font-normal text-muted wrap-anywhere">{email}</span>}
    </>
  );
}
