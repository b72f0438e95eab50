import { main, Refusal } from './progress.ts';
import type { Stack } from './stack/stack.ts';
import { openSession } from './testing/session.ts';
import { checkNames, runCheck, runSuite, suiteNames, suites, type Check, type Suite } from './testing/suites.ts';

await main(async () => {
  const chosen = parse(process.argv.slice(2));
  const session = openSession();
  const needs = (what: (typeof suites)[Suite]): Suite[] =>
    suiteNames.filter((name) => chosen.includes(name) && suites[name] === what);
  const inStack = needs('stack');
  const inWeb = needs('web');

  // The emulators take their time to start, mostly on one core: the checks fill the other.
  const started = inStack.length + inWeb.length > 0 ? session.start() : undefined;
  // Its failure is told by each suite that awaits it.
  started?.catch(() => undefined);
  for (const name of checkNames.filter((each) => chosen.includes(each)))
    await session.report(name, (onStart) => runCheck(name, onStart));
  for (const name of needs('nothing')) await session.report(name, (onStart) => runSuite(name, { onStart }));

  const web = inWeb.length > 0 ? started?.then(({ serveWeb }: Stack) => serveWeb()) : undefined;
  web?.catch(() => undefined);
  const suite = (name: Suite): Promise<void> =>
    session.report(name, async (onStart) => {
      if (suites[name] === 'web') await web;
      return runSuite(name, { onStart, environment: (await started)?.environment });
    });
  await Promise.all(inStack.map(suite));
  // A browser that shares its core with other tests runs into its own time-outs.
  for (const name of inWeb) await suite(name);
  return session.finish();
});

function parse(args: readonly string[]): readonly string[] {
  const all: readonly (Check | Suite)[] = [...checkNames, ...suiteNames];
  if (args.length === 0) return all;
  const [flag, list = ''] = args.flatMap((arg) => arg.split('='));
  const names = list.split(',');
  if (flag === '--only' && names.every((name) => all.some((each) => each === name))) return names;
  throw new Refusal(`npm test -- --only <${all.join(',')}>`);
}
