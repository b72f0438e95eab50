import { applicationDefault } from 'firebase-admin/app';
import { paths } from '@tenantry/model/paths';
import { firestoreEmulator, projectId } from '../../environment.ts';
import { defaultDatabase } from '../default-database.ts';

const pageSize = 300;

/**
 * The ids of everything that lies below `tenants` in the default database, a page at a time: of documents that are gone while others lie
 * below them, too. Asked of Firestore's REST interface, since the SDK answers all of them in one array.
 */
export async function* everyTenantId(): AsyncGenerator<{ readonly id: string }[]> {
  let next = '';
  do {
    const page = await readPage(next);
    yield (page.documents ?? []).map(({ name }) => ({ id: name.slice(name.lastIndexOf('/') + 1) }));
    next = page.nextPageToken ?? '';
  } while (next !== '');
}

type Page = { readonly documents?: readonly { readonly name: string }[]; readonly nextPageToken?: string };

async function readPage(pageToken: string): Promise<Page> {
  const query = new URLSearchParams({ pageSize: String(pageSize), showMissing: 'true', 'mask.fieldPaths': '__name__' });
  if (pageToken !== '') query.set('pageToken', pageToken);
  const documents = `v1/projects/${projectId()}/databases/${defaultDatabase}/documents`;
  const { origin, token } = await whereToAsk();
  const answer = await fetch(`${origin}/${documents}/${paths.tenants()}?${query.toString()}`, {
    // Somebody's own credentials name no project that the request is counted for.
    headers: { authorization: `Bearer ${token}`, 'x-goog-user-project': projectId() },
  });
  if (!answer.ok) throw new Error(`Firestore answered ${answer.status} to a list of tenants.`);
  return (await answer.json()) as Page;
}

/** The emulator takes `owner` for somebody with every right. */
async function whereToAsk(): Promise<{ origin: string; token: string }> {
  const emulator = firestoreEmulator();
  if (emulator !== undefined) return { origin: `http://${emulator}`, token: 'owner' };
  const { access_token: token } = await applicationDefault().getAccessToken();
  return { origin: 'https://firestore.googleapis.com', token };
}
