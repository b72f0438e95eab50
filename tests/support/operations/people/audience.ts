import type { TenantStatus } from '@tenantry/model/tenant-status';
import { demandsPermission, rowNames, worksIn } from '../expectations.ts';
import type { RowName } from '../names.ts';
import type { Actor } from './actor.ts';
import { everybody, named } from './everybody.ts';
import { isEnding, leavers, leaversOf } from './leavers.ts';
import { atTheEdge, customs, members, stale } from './members.ts';
import { signedOut } from './outsiders.ts';

/** Everybody asks every row, as `npm run prove` wants it. Otherwise those whom the wrapper judges are dealt out to the rows. */
const whole = process.env.OPERATIONS_MATRIX === 'whole';
/** Each of those who are dealt out asks every so many rows. */
const share = 4;

/** Each of their calls sends a mail, and with it come the queue, the templates and a process or two. */
const writesToPeople: ReadonlySet<RowName> = new Set([
  'api/inviteMember',
  'api/inviteMember as an admin',
  'api/resendInvite',
] satisfies RowName[]);

/** Those of whom an operation itself decides, or the access document: they ask every row. */
const judgedByRow: readonly Actor[] = [
  ...members,
  ...customs,
  ...stale,
  ...named('nobody', 'elsewhere owner', 'support inside', 'operator', 'no header'),
];
const judgedByWrapper: readonly Actor[] = everybody.filter(
  (actor) => !judgedByRow.includes(actor) && !leavers.includes(actor),
);

/** For operations that ask for no permission: those who differ in standing, sign-in, account or address. */
const standings: readonly Actor[] = [
  ...named(
    'owner',
    'customer',
    'only nothing',
    'role that was deleted',
    'removed',
    'below the fence',
    'below the floor',
  ),
  ...named('unverified owner', 'sign-in was revoked', 'account is disabled', 'account is deleted'),
  ...named('nobody', 'unverified nobody', 'elsewhere owner', 'operator', 'support inside', 'claims that are null'),
  ...signedOut,
];

/** One of each kind, for states in which the kinds differ and their members do not. */
const representatives: readonly Actor[] = [
  ...members,
  ...named('only member:manage', 'only nothing', 'removed', 'below the fence', 'nobody', 'elsewhere owner'),
  ...named('support inside', 'unverified nobody', 'no header'),
];
/** For states that let a row do nothing at all. */
const few: readonly Actor[] = named('owner', 'viewer', 'customer', 'removed', 'nobody');

/** Whom a row is asked by: each fact that it judges by is somebody's. */
export function audienceOf(row: RowName, status: TenantStatus): readonly Actor[] {
  if (isEnding(row)) return [...leaversOf(row, status), ...signedOut.slice(0, 1)];
  if (status !== 'active') return whole || worksIn(row, status) ? representatives : few;
  if (!demandsPermission(row)) return standings;
  const dealt = judgedByWrapper.filter((_, index) => whole || (index + rowNames.indexOf(row)) % share === 0);
  const all = [...judgedByRow, ...dealt];
  return writesToPeople.has(row) ? all.filter((actor) => !atTheEdge.includes(actor)) : all;
}
