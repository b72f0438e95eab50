import { m } from '../../paraglide/messages.js';
import { Badge, type Tone } from '../../shared/ui/basics/badge.tsx';
import { awayDays, type MemberState } from './member-state.ts';

const states = {
  offered: { tone: 'accent', name: m.team_state_offered },
  'never-back': { tone: 'warn', name: m.team_state_never_back },
  away: { tone: 'warn', name: () => m.team_state_away({ days: awayDays }) },
  active: { tone: 'good', name: m.team_state_active },
} satisfies Record<MemberState, { tone: Tone; name: () => string }>;

export function stateName(state: MemberState): string {
  return states[state].name();
}

/** How somebody of the team stands, in a word or two. */
export function StateBadge({ state }: { readonly state: MemberState }) {
  return <Badge tone={states[state].tone}>{stateName(state)}</Badge>;
}
