import type { UserDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { controlDatabase } from '../firebase/firestore.ts';
import type { Live } from '../live/listeners.ts';
import { documentSource, type Row } from '../live/source.ts';
import { useLive } from '../live/use-live.ts';
import { usePerson } from '../session/use-session.ts';

/** The person's own document, live; there is none before the first business. */
export function useUser(): Live<Row<UserDocument>> {
  const { uid } = usePerson();
  return useLive(documentSource<UserDocument>(controlDatabase, paths.user(uid)));
}

/** The language tag that the person chose; the browser's choice when they did not. */
export function usePersonLocale(): string | undefined {
  const user = useUser();
  return user.state === 'ready' ? (user.data.locale ?? undefined) : undefined;
}
