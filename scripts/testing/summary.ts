/** What a check or suite found. A failure is its title and what was printed about it. */
export type Outcome = {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly { readonly title: string; readonly details: string }[];
};

/** The parts of vitest's JSON report that are counted. */
export type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
};

/**
 * The outcome of a vitest run. A file that did not load, a run that crashed and a run without tests are failures: none of
 * them may look like success.
 */
export function outcomeOf(report: VitestReport | undefined, exitCode: number, printed: string, suite: string): Outcome {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ file: name, ...test })),
  );
  const failures = [
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ file, fullName, failureMessages }) => ({
        title: `${file}: ${fullName}`,
        details: withoutLibraries((failureMessages ?? []).join('\n')),
      })),
    ...files
      .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed))
      .map(({ name, message }) => ({ title: `${name} does not run`, details: message })),
  ];
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests.length - passed - tests.filter(isFailed).length;
  // What is not run shows nothing, and its place in the count is easily overlooked.
  if (skipped > 0)
    failures.push({ title: `${suite} skips tests`, details: `${skipped} of ${tests.length} are not run.` });
  if (failures.length === 0 && exitCode !== 0)
    failures.push({ title: `${suite} ended with code ${exitCode}`, details: printed });
  if (failures.length === 0 && passed === 0) failures.push({ title: `${suite} has no tests`, details: printed });
  return { passed, skipped, failures };
}

const isFailed = ({ status }: { readonly status: string }): boolean => status === 'failed';

/** A trace without the frames of the test runner: what is left is ours. */
function withoutLibraries(details: string): string {
  return details
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:internal)\//.test(line))
    .join('\n');
}

/** A check counts as one test. */
export function outcomeOfCheck(name: string, exitCode: number, printed: string): Outcome {
  if (exitCode === 0) return { passed: 1, skipped: 0, failures: [] };
  return { passed: 0, skipped: 0, failures: [{ title: name, details: printed }] };
}

/** The last line of `npm test`. */
export function total(outcomes: readonly Outcome[]): string {
  const sum = (count: (outcome: Outcome) => number): number => outcomes.reduce((all, each) => all + count(each), 0);
  const skipped = sum((outcome) => outcome.skipped);
  const counted = `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failures.length)} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
