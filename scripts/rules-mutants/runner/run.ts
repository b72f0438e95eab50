import { placeLine, type Mutant } from '../mutants.ts';
import { listed, stale, type Equivalent } from './equivalents.ts';
import type { Judge, Judgement } from './judgement.ts';

export type Counts = {
  readonly total: number;
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
};

export type Outcome = Counts & {
  /** Mutants that are no rulesets; they are in no other number. */
  readonly invalid: number;
  readonly seconds: number;
  readonly byOperator: Readonly<Record<string, Counts>>;
  /** Each mutant that nothing noticed or that is no ruleset, and each entry of the list of equivalents that is wrong. */
  readonly complaints: readonly string[];
};

export type Run = {
  readonly mutants: readonly Mutant[];
  /** One for each that may be under way at a time: each has a place of its own to load mutants into. */
  readonly judges: readonly Judge[];
  readonly equivalents: readonly Equivalent[];
  /** Whether these are all mutants, so that an equivalent which is none of them is out of date. */
  readonly whole: boolean;
  readonly tell: (line: string) => void;
};

type Judged = { readonly mutant: Mutant; readonly judgement: Judgement; readonly equivalent: Equivalent | undefined };

const every = 50;

/** Judges all mutants, says at once which survive, and answers the count. Throws what a judge throws. */
export async function runMutants({ mutants, judges, equivalents, whole, tell }: Run): Promise<Outcome> {
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const equivalentOf = listed(equivalents);
  const judged: Judged[] = [];
  const complaints: string[] = [];
  const queue = mutants.values();

  const work = async (judge: Judge): Promise<void> => {
    for (const mutant of queue) {
      const judgement = await judgeOne(judge, mutant);
      const each = { mutant, judgement, equivalent: equivalentOf(mutant) };
      judged.push(each);
      const complaint = complaintAbout(each);
      if (complaint !== undefined) {
        complaints.push(complaint);
        tell(complaint);
      }
      if (judged.length % every === 0) tell(`${judged.length} of ${mutants.length} judged after ${seconds()} s`);
    }
  };
  await Promise.all(judges.map(work));

  const outdated = whole ? stale(equivalents, mutants) : [];
  for (const { operator, place, change } of outdated) {
    complaints.push(
      `STALE     ${operator} in ${place}: ${change} is listed as equivalent and is no mutant (any more).`,
    );
  }
  const byOperator = Object.groupBy(judged, ({ mutant }) => mutant.operator);
  return {
    ...counted(judged),
    invalid: judged.filter(isInvalid).length,
    seconds: seconds(),
    byOperator: Object.fromEntries(Object.entries(byOperator).map(([name, some = []]) => [name, counted(some)])),
    complaints,
  };
}

/** What nothing asks is answered by nobody: it survives without being judged. */
async function judgeOne(judge: Judge, mutant: Mutant): Promise<Judgement> {
  return mutant.reach.length > 0 ? judge(mutant) : { verdict: 'survived', asked: 0 };
}

function complaintAbout({ mutant, judgement, equivalent }: Judged): string | undefined {
  const { verdict } = judgement;
  const shown = placeLine(mutant);
  if (verdict === 'killed' && equivalent) return `NOT EQUAL ${shown}\n          killed by ${judgement.by}`;
  if (verdict === 'survived' && !equivalent) {
    const why = mutant.reach.length > 0 ? `${judgement.asked} requests` : 'no allow comes to ask it';
    return `SURVIVED  ${shown}  (${why})`;
  }
  return verdict === 'invalid' ? `INVALID   ${shown}\n          ${judgement.why}` : undefined;
}

const isInvalid = ({ judgement }: Judged): boolean => judgement.verdict === 'invalid';

function counted(judged: readonly Judged[]): Counts {
  const valid = judged.filter((each) => !isInvalid(each));
  const survivors = valid.filter(({ judgement }) => judgement.verdict === 'survived');
  const equivalent = survivors.filter((each) => each.equivalent).length;
  return {
    total: valid.length,
    killed: valid.length - survivors.length,
    survived: survivors.length - equivalent,
    equivalent,
  };
}
