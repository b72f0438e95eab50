import { memberRoles, supportRoles, type MemberRole } from '@tenantry/model/roles';
import { actor, anonymous, claiming, insideAndKnown, operator, type Actor } from '../actors.ts';
import { elsewhere, floor, past, presentVersion, soon } from '../tenants.ts';

const owner = ['owner', presentVersion] as const;

/** People of another tenant, each with a role there. */
export const foreigners = Object.fromEntries(
  memberRoles.map((role) => [role, actor(`elsewhere-${role}`, { tenants: { [elsewhere]: [role, presentVersion] } })]),
) as Readonly<Record<MemberRole, Actor>>;

/** People whom no tenant lets in. */
export const strangers: Readonly<Record<string, Actor>> = {
  'somebody who is not signed in': anonymous,
  'somebody signed in without claims': actor('nobody', {}),
  'somebody signed in without a tenant': actor('tenantless', { tenants: {} }),
  ...Object.fromEntries(
    Object.entries(foreigners).map(([role, foreigner]) => [`the ${role} of another tenant`, foreigner]),
  ),
  'an operator who did not walk in': actor('operator-outside', operator, { registered: true }),
};

/** People whose claims say less than they seem to, each one fact away from an owner. */
export const pretenders: Readonly<Record<string, Actor>> = {
  'an owner with a version below the floor and above a fence': claiming('between', ['owner', floor - 1], { fence: 1 }),
  'an owner with a negative version': claiming('negative', ['owner', -5]),
  'a fenced owner whose uid has dots and quotes': claiming("d.e'f`g", owner, { fence: presentVersion + 1 }),
  'a fenced owner whose uid is toString': claiming('toString', owner, { fence: presentVersion + 1 }),
  ...Object.fromEntries(
    supportRoles.map((role) => [`a claim of the role ${role}`, claiming(`claims-${role}`, [role, presentVersion])]),
  ),
  'a role that was deleted': claiming('deleted-role', ['deleted', presentVersion]),
  'a role without permissions': claiming('empty-role', ['empty', presentVersion]),
};

/** People who are each one fact away from support that walked in. */
export const visitors: Readonly<Record<string, Actor>> = {
  'an operator whose visit is over': actor('operator-gone', operator, { visit: past, registered: true }),
  'an operator who was struck off the register': actor('operator-struck', operator, { visit: soon }),
  'an operator outside whose uid is hasOwnProperty': actor('hasOwnProperty', operator, { registered: true }),
  'a visitor on the register without the claim': actor('unclaimed', {}, insideAndKnown),
  ...Object.fromEntries(
    Object.entries({ string: 'true', number: 1, list: [true], map: { operator: true }, no: false }).map(
      ([shape, claimed]) => [
        `a visitor who claims operator as a ${shape}`,
        actor(`claims-${shape}`, { operator: claimed }, insideAndKnown),
      ],
    ),
  ),
};
