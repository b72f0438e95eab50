import type { Fields } from '../../support/rules/values.ts';
import { writesOf } from '../../support/rules/operations.ts';
import type { Verdict } from '../../support/rules/perform.ts';
import { openProject, lookUp, seed, type Project } from '../../support/rules/project.ts';
import { admin, inParallel, request } from '../../support/rules/rest.ts';
import { judge, worldOf, type Cell } from '../matrix/cells.ts';

/** What the emulator answers, or what it says instead: that is an answer too, and not the expected one. */
export type Answer = Verdict | `neither: ${string}`;

/**
 * A project of its own on the running emulator, for one ruleset after the other: to put some two thousand documents in
 * place for each mutant would cost more than to judge it.
 */
export type Lane = {
  /** Puts rules in the place of those before. Returns what the compiler says when it refuses them. */
  readonly load: (rules: string) => Promise<string | undefined>;
  /** The first cell that is answered otherwise than expected, and how; asked twice, since a machine can be slow. */
  readonly firstWrong: (cells: readonly Cell[]) => Promise<{ cell: Cell; answer: Answer } | undefined>;
  /** Throws when a document is not as it was at the beginning: what was judged since may be wrong. */
  readonly close: () => Promise<void>;
};

const closed = "rules_version = '2'; service cloud.firestore { match /{path=**} { allow read: if false; } }";

/** How many requests are under way in a lane, at first and at most: most mutants are told by one of the first few. */
const few = 4;
const many = 24;

/**
 * The emulator keeps every value of every expression that rules came by, for its report of coverage, until they are
 * loaded anew: after some hundred requests that is most of its memory.
 */
const kept = 100;

/** A lane in which these cells can be judged. */
export async function openLane(name: string, cells: readonly Cell[], rules: string): Promise<Lane> {
  const project = await openProject(name, rules);
  const world = worldOf(cells);
  await inPieces(project, world);
  const before = await lookUp(project, Object.keys(world));
  let present = rules;
  return {
    load: (content) => load(project, (present = content)),
    firstWrong: async (asked) => {
      let sinceLoad = 0;
      for (let from = 0, width = few; from < asked.length; from += width, width = Math.min(2 * width, many)) {
        const wrong = await wrongAmong(project, asked.slice(from, from + width));
        if (wrong) return wrong;
        sinceLoad += width;
        if (sinceLoad > kept) {
          await load(project, present);
          sinceLoad = 0;
        }
      }
      return undefined;
    },
    close: async () => {
      const after = await lookUp(project, Object.keys(world));
      const changed = Object.keys(world).filter((path) => JSON.stringify(after[path]) !== JSON.stringify(before[path]));
      await openProject(name, closed);
      if (changed.length > 0) throw new Error(`The cells left changes behind in ${changed.slice(0, 5).join(', ')}.`);
    },
  };
}

/** How many documents are put in place at once: an emulator that has just begun is slow. */
const piece = 50;

async function inPieces(project: Project, world: Readonly<Record<string, Fields>>): Promise<void> {
  const documents = Object.entries(world);
  while (documents.length > 0) await seed(project, Object.fromEntries(documents.splice(0, piece)));
}

async function load({ id }: Project, content: string): Promise<string | undefined> {
  const files = [{ name: 'firestore.rules', content }];
  const { status, text } = await request(
    'PUT',
    `/emulator/v1/projects/${id}:securityRules`,
    { rules: { files } },
    admin,
  );
  // The compiler's refusal is an answer; that the emulator has no answer says nothing of the rules.
  if (status !== 200 && !(status === 400 && text.includes('INVALID_ARGUMENT')))
    throw new Error(`The rules could not be loaded: ${status} ${text}`);
  return status === 200 && !text.includes('"ERROR"') ? undefined : text;
}

async function wrongAmong(project: Project, cells: readonly Cell[]) {
  const answers = new Map<Cell, Answer>();
  const ask = async (cell: Cell): Promise<void> => {
    answers.set(cell, await answerTo(project, cell));
  };
  await inParallel(cells.filter(isQuiet), ask, many);
  for (const cell of cells) if (!isQuiet(cell)) await ask(cell);
  for (const cell of cells) {
    if (answers.get(cell) === cell.expected) continue;
    const answer = await answerTo(project, cell);
    if (answer !== cell.expected) return { cell, answer };
  }
  return undefined;
}

/** What changes nothing and holds no lock, as long as the answer is the expected one. */
function isQuiet({ operation, expected }: Cell): boolean {
  return operation.kind !== 'transaction' && (expected === 'deny' || writesOf(operation).length === 0);
}

/** Throws when the emulator does not answer at all, twice: that says nothing of a mutant. */
async function answerTo(project: Project, cell: Cell, again = true): Promise<Answer> {
  try {
    return await judge(project, cell);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (isAnswer(said)) return `neither: ${said.slice(0, 200)}`;
    if (again) return answerTo(project, cell, false);
    throw error;
  }
}

const isWhatIsWrong =
  /^Neither allowed nor denied: (INVALID_ARGUMENT|FAILED_PRECONDITION|OUT_OF_RANGE|NOT_FOUND|ALREADY_EXISTS) /;

/** Whether the emulator let a request through to what is wrong with it. Trouble, contention and haste are no answer. */
function isAnswer(said: string): boolean {
  if (said.startsWith('The list is allowed')) return true;
  return isWhatIsWrong.test(said);
}
