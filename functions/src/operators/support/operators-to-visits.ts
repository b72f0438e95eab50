import { onDocumentDeleted } from 'firebase-functions/v2/firestore';
import { auditKey, region } from '../../platform/environment.ts';
import { inPlatformContext } from '../../platform/tenant-context.ts';
import { endVisits } from './end-visits.ts';

/**
 * Takes the visits of whoever goes out of the register out of every door, however they went: made an operator again, they
 * come in by `enterTenant` like everybody else. It is tried again until it succeeds.
 */
export const operatorsToVisits = onDocumentDeleted(
  { region, retry: true, memory: '256MiB', secrets: [auditKey], document: 'operators/{uid}' },
  ({ id, params: { uid } }) =>
    inPlatformContext(id, async () => {
      await endVisits(uid, 'trigger:operatorsToVisits', new Date());
    }),
);
