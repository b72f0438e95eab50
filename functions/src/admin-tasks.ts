import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { verifyTenant } from './audit/verify-tenant.ts';
import { addOperator } from './operators/add-operator.ts';
import { removeOperator } from './operators/remove-operator.ts';
import { setPlan } from './operators/set-plan.ts';
import { refreshClaims } from './platform/claims/change-claims.ts';
import { requireSignIn } from './platform/data/sign-ins/require-sign-in.ts';
import { requirePlaced } from './platform/data/tenants/placed.ts';
import { inPlatformContext } from './platform/tenant-context.ts';

/** What is done by hand, by name. Each answers a sentence for whoever called it, or throws one. */
export const adminTasks: Readonly<Record<string, (args: string[]) => Promise<string>>> = {
  'operator:add': (args) =>
    inPlatformContext(randomUUID(), async () => {
      const [email] = requireArguments(args, ['e-mail']);
      const { uid } = await addOperator(email);
      return `${email} is an operator (${uid}). Their open pages learn of it within seconds.`;
    }),

  'operator:remove': (args) =>
    inPlatformContext(randomUUID(), async () => {
      const email = requireOption(args, '--email', '<e-mail>');
      const { uid } = await removeOperator(email);
      return `${email} is no operator any more (${uid}), and no visit of theirs to a business goes on.`;
    }),

  'tenant:plan': (args) =>
    inPlatformContext(randomUUID(), async () => {
      const [slug, plan] = requireArguments(args, ['address', 'plan']);
      await setPlan(slug, plan);
      return `${slug} is on the plan ${plan}.`;
    }),

  'claims:refresh': (args) =>
    inPlatformContext(randomUUID(), async () => {
      const text = { type: 'string' } as const;
      const { uid, tenant } = parseArgs({ args, options: { uid: text, tenant: text } }).values;
      if (!uid)
        throw new Error('This takes: --uid <uid>, and --tenant <id> to bring their list of businesses in step too.');
      await requireSignIn(uid);
      if (tenant !== undefined) await requirePlaced(tenant);
      await refreshClaims(uid, tenant === undefined ? [] : [tenant]);
      return `The claims of ${uid} are what their memberships say.`;
    }),

  'audit:verify': (args) =>
    inPlatformContext(randomUUID(), async () => {
      return verifyTenant(requireOption(args, '--tenant', '<id>'));
    }),
};

/** The one option that a task takes. Throws what is missing, in words. */
function requireOption(args: readonly string[], flag: string, value: string): string {
  const [given, option] = args.length === 2 ? args : [];
  if (given !== flag || option === undefined) throw new Error(`This takes: ${flag} ${value}.`);
  return option;
}

/** The arguments by number. Throws what is missing, in words. */
function requireArguments<const Names extends readonly string[]>(
  args: readonly string[],
  names: Names,
): { [Index in keyof Names]: string } {
  if (args.length !== names.length) throw new Error(`This takes: ${names.map((name) => `<${name}>`).join(' ')}.`);
  return args as unknown as { [Index in keyof Names]: string };
}
