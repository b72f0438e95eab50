import { paths, tenantPaths } from '@tenantry/model/paths';
import { readDocument } from '../../database.ts';
import { lostMail } from '../place.ts';
import { type Calls, id, read } from './prepare.ts';

/** Calls of operators about businesses and mails. */
export const operatorsCalls = {
  'operator/listTenants': ({ slug }) => ({
    documents: {},
    input: { search: slug },
    look: (result) => Promise.resolve(Array.isArray(result.tenants) ? result.tenants.length : undefined),
    done: 1,
  }),
  'operator/getTenant': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: (result) => Promise.resolve(result.slug),
    done: place.slug,
  }),
  'operator/setTenantStatus': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId, status: 'active', reason: 'Seen to' },
    look: async () => (await read(place, tenantPaths.access()))?.holds,
    done: { operator: 'active', billing: 'active', deletion: 'active' },
  }),
  'operator/listMails': () => {
    const mailId = id();
    return {
      documents: { [paths.mail(mailId)]: lostMail() },
      input: { trouble: 'unknown' },
      look: (result) =>
        Promise.resolve(JSON.stringify(result.mails).includes(mailId) && !JSON.stringify(result).includes('@')),
      done: true,
    };
  },
  'operator/resendMail': () => {
    const mailId = id();
    return {
      documents: { [paths.mail(mailId)]: lostMail() },
      input: { mailId },
      look: async () => (await readDocument(paths.mail(mailId)))?.resentAt !== undefined,
      done: true,
    };
  },
} satisfies Partial<Calls>;
