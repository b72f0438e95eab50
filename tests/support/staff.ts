import { billingPath, billingRecord } from './billing/stack-stripe.ts';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { InviteDocument } from '@tenantry/model/documents/people';
import { featuresOf, limitsOf } from '@tenantry/model/plans';
import { inviteLink } from '../../functions/src/members/invitations/invite-secret.ts';
import { database, readDocument } from './database.ts';
import { newPerson, type Person } from './people.ts';

/** An invitation as the mail's link carries it. */
export type Link = { readonly tenantId: string; readonly inviteId: string; readonly secret: string };

/** The link that the mail of an invitation holds in its present generation. */
export async function linkOf(tenantId: string, inviteId: string): Promise<Link> {
  const { generation } = await readInvite(tenantId, inviteId);
  const link = new URL(inviteLink({ tenantId, inviteId, generation }));
  return { tenantId, inviteId, secret: link.hash.slice(1) };
}

/** Invites an address; answers its link. */
export async function invite(by: Person, tenantId: string, email: string, role: string): Promise<Link> {
  const { inviteId } = await by.call('inviteMember', { tenantId, email, role });
  return linkOf(tenantId, inviteId);
}

/** Brings somebody new in by an invitation; their token holds the claim. */
export async function hire(by: Person, tenantId: string, role: string, person?: Person): Promise<Person> {
  const newcomer = person ?? (await newPerson(role));
  await newcomer.call('acceptInvite', await invite(by, tenantId, newcomer.email, role));
  return newcomer.refresh();
}

/** A new customer of an open shop; their token holds the claim. */
export async function newCustomer(slug: string, name = 'customer'): Promise<Person> {
  const person = await newPerson(name);
  await person.call('joinAsCustomer', { slug });
  return person.refresh();
}

export async function readInvite(tenantId: string, inviteId: string): Promise<InviteDocument> {
  return (await readDocument(inTenant(tenantId, tenantPaths.invite(inviteId)))) as InviteDocument;
}

export async function roleOf(tenantId: string, { uid }: Person): Promise<unknown> {
  return (await readDocument(inTenant(tenantId, tenantPaths.member(uid))))?.role;
}

/** Seats used, seats invited and owners as the counters say, beside what a count of the documents says. */
export async function seatsOf(tenantId: string) {
  const counters = await readDocument(inTenant(tenantId, tenantPaths.counters()));
  const tenant = database().doc(inTenant(tenantId, ''));
  const [members, invites] = await Promise.all([
    tenant.collection('members').get(),
    tenant.collection('invites').get(),
  ]);
  const roles = members.docs.map((member) => member.get('role') as string);
  const invited = invites.docs.filter(
    (each) => each.get('status') === 'open' && each.get('role') !== 'customer',
  ).length;
  return {
    counted: { used: counters?.seatsUsed, invited: counters?.seatsInvited, owners: counters?.owners },
    present: {
      used: roles.filter((role) => role !== 'customer').length,
      invited,
      owners: roles.filter((role) => role === 'owner').length,
    },
  };
}

/** Gives a tenant a plan's limits and shows its features, by hand; what the access document judges by is `setAccess`'s. */
export async function setPlan(tenantId: string, plan: 'free' | 'pro' | 'business'): Promise<void> {
  await database()
    .doc(inTenant(tenantId, ''))
    .update({ plan, limits: limitsOf(plan), features: featuresOf(plan) });
  // As an operator’s override, or the next reconciliation takes it back.
  await database().doc(billingPath(tenantId)).set(billingRecord(plan));
}

/** Changes the access document by hand: a role of the tenant's own, or a hold. */
export async function setAccess(tenantId: string, fields: Record<string, unknown>): Promise<void> {
  await database().doc(inTenant(tenantId, tenantPaths.access())).update(fields);
}

/** The actions in a tenant's audit log, oldest first, each with its target. */
export async function auditOf(tenantId: string): Promise<{ action: string; target: string; actor: string }[]> {
  const entries = await database().doc(inTenant(tenantId, '')).collection('audit').orderBy('seq').get();
  return entries.docs.map((entry) => entry.data() as { action: string; target: string; actor: string });
}
