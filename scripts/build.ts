import { buildFunctions } from './build-functions.ts';
import { buildWeb } from './build-web.ts';
import { main, step } from './progress.ts';

await main(async () => {
  await step('Building the functions', () => buildFunctions());
  await step('Building the web', buildWeb);
});
