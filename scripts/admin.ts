import { loadTable, useProject, useStack } from './functions-module.ts';
import { main } from './progress.ts';

/** What is done by hand and not by an operation: the first operator, a tenant's plan. `--project <id>` names a real project. */
await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const { project, rest } = withoutProject(args);
  if (project === undefined) useStack();
  else useProject(project);

  const tasks = await loadTable<(args: string[]) => Promise<string>>('functions/src/admin-tasks.ts', 'adminTasks');
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!task) {
    console.error(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`);
    return 2;
  }
  try {
    console.log(await task(rest));
  } catch (error) {
    // What a task throws is written for the person who called it.
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  return 0;
});

function withoutProject(args: readonly string[]): { project: string | undefined; rest: string[] } {
  const at = args.indexOf('--project');
  if (at < 0) return { project: undefined, rest: [...args] };
  return { project: args[at + 1] ?? '', rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}
