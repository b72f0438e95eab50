import { run, type RulesRow } from './rules-throughput.ts';

/** The least that our rules may reach with an empty fence, as a part of what the rival reaches. */
const goals = { ofOpen: 0.6, ofMember: 0.8 } as const;

/** The throughput of the rules as a table of ratios. */
export async function report() {
  const rows = await run();
  return {
    title: `Requests under our rules beside the same under others (goals with an empty fence: ${goals.ofOpen} of open, ${goals.ofMember} of member)`,
    head: ['request', 'fence', 'rules', 'of open', 'of member', 'a second'],
    lines: rows.map(line),
    rows,
  };
}

function line({ request, fence, rules, ofOpen, ofMember, perSecond }: RulesRow): string[] {
  return [request, String(fence), rules, ofOpen.toFixed(2), ofMember.toFixed(2), String(perSecond)];
}
