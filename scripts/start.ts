import { main, Refusal, step } from './progress.ts';
import { demoPeople } from './seed/people.ts';
import { seed } from './seed/seed.ts';
import { startDevelopment, type Development } from './stack/development.ts';
import { endOnSignals } from './stack/signals.ts';
import { table } from './table.ts';

await main(async () => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--fresh'))
    throw new Refusal('npm start [-- --fresh]   (--fresh begins with new data)');

  const running: { saving?: () => Promise<void> } = {};
  endOnSignals(async () => {
    await running.saving?.().catch((error: unknown) => console.error('The data could not be saved:', error));
  });
  const { environment, empty, save, ended } = await startDevelopment({
    fresh: args.includes('--fresh'),
    web: { DEMO_PEOPLE: JSON.stringify(demoPeople) },
  });
  if (empty) {
    await step('Filling in demo data', () => seed(environment));
    // So that being killed costs what was done by hand, not the demo.
    await save();
  }
  running.saving = save;
  console.log(welcome(environment));
  throw new Refusal(`The emulators ended by themselves: ${await ended}. Their log is .stack/dev/emulators.log.`);
});

function welcome({
  WEB_URL: web,
  FIRESTORE_EMULATOR_HOST,
  FIREBASE_AUTH_EMULATOR_HOST,
  FUNCTIONS_URL,
  STRIPE_API_BASE,
}: Development['environment']): string {
  const places = [
    ['Workspace', `${web}/`],
    ['Shop', `${web}/portal/nord-coffee`],
    ['Operators', `${web}/admin`],
    ['Mailbox', `${web}/mailbox`],
    ...(STRIPE_API_BASE ? [['Stripe stand-in', `${STRIPE_API_BASE}/`]] : []),
    ['Functions', FUNCTIONS_URL ?? ''],
    ['Firestore', FIRESTORE_EMULATOR_HOST ?? ''],
    ['Auth', FIREBASE_AUTH_EMULATOR_HOST ?? ''],
  ];
  const people = demoPeople.map(({ name, what, email }) => [name, what, email]);
  return `\n${table(['Where', 'Address'], places)}\n\n${table(['Demo person', 'Is', 'E-mail'], people)}\n\nSign-in offers each of them with one click. Ctrl-C saves the data and stops everything.`;
}
