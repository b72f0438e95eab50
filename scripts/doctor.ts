import { parseArgs } from 'node:util';
import { examineDatabase } from './doctor/database.ts';
import { examineMachine } from './doctor/machine.ts';
import { useProject, useStack } from './functions-module.ts';
import { main, Refusal } from './progress.ts';

const usage = `npm run doctor                                                looks at this machine and this checkout
npm run doctor -- --data [--tenant <id>] [--project <id>]     looks at the data: of the running stack, or of a real project`;

await main(async () => {
  const { data, tenant, project } = readArguments();
  if (!data && (tenant !== undefined || project !== undefined)) throw refusal('--tenant and --project go with --data.');
  if (!data) return examineMachine();
  if (project === '') throw refusal('--project takes the id of a project.');
  if (project === undefined) useStack();
  else useProject(project);
  return examineDatabase(tenant);
});

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { data: { type: 'boolean' }, tenant: text, project: text } }).values;
  } catch (fault) {
    throw refusal(fault instanceof Error ? fault.message : String(fault));
  }
}

function refusal(why: string): Refusal {
  return new Refusal(`${why}\n${usage}`);
}
