import { main, Refusal } from './progress.ts';
import type { Stack } from './stack/stack.ts';
import { beginShared, isShared, notePassed, sharedRun, thoroughly } from './proof/shared-run.ts';
import { openSession } from './testing/session.ts';
import { checkNames, runCheck, runSuite, suiteNames, suites, type Check, type Suite } from './testing/suites.ts';

await main(async () => {
  const chosen = parse(process.argv.slice(2));
  const session = openSession();
  const needs = (what: (typeof suites)[Suite]): Suite[] =>
    suiteNames.filter((name) => chosen.includes(name) && suites[name] === what);
  const inStack = needs('stack');
  const inWeb = needs('web');

  const started = inStack.length + inWeb.length > 0 ? session.start() : undefined;
  // Its failure is told by each suite that awaits it.
  started?.catch(() => undefined);
  const web = inWeb.length > 0 ? started?.then(({ serveWeb }: Stack) => serveWeb()) : undefined;
  web?.catch(() => undefined);
  const suite = (name: Suite): Promise<void> =>
    session.report(name, async (onStart) => {
      if (suites[name] === 'web') await web;
      const folder = isShared(name) ? sharedRun() : undefined;
      const thorough = isShared(name) && folder !== undefined ? thoroughly(beginShared(folder, name)) : {};
      const environment = { ...(suites[name] === 'nothing' ? {} : (await started)?.environment), ...thorough };
      const outcome = await runSuite(name, { onStart, environment });
      if (isShared(name) && folder !== undefined && outcome.failures.length === 0) notePassed(folder, name);
      return outcome;
    });
  const inTurn = async (names: readonly Suite[]): Promise<void> => {
    for (const name of names) await suite(name);
  };
  const checkFirst = async (): Promise<void> => {
    for (const name of checkNames.filter((each) => chosen.includes(each)))
      await session.report(name, (onStart) => runCheck(name, onStart));
    await inTurn([...needs('nothing'), ...inStack.filter((name) => name === 'rules')]);
  };
  // The functions' tests wait more than they work: whatever works takes place beside them.
  await Promise.all([checkFirst(), inTurn(inStack.filter((name) => name === 'functions'))]);
  // Not beside a browser: on two cores it takes so much that operations answer `contention`.
  await inTurn(inWeb);
  // They leave more documents than all the others, and each query of whoever comes after them goes through all of those.
  await inTurn(inStack.filter((name) => name === 'operations'));
  return session.finish();
});

function parse(args: readonly string[]): readonly string[] {
  const all: readonly (Check | Suite)[] = [...checkNames, ...suiteNames.filter((name) => suites[name] !== 'proof')];
  if (args.length === 0) return all;
  const [flag, list = ''] = args.flatMap((arg) => arg.split('='));
  const names = list.split(',');
  if (flag === '--only' && names.every((name) => all.some((each) => each === name))) return names;
  throw new Refusal(`npm test -- --only <${all.join(',')}>`);
}
