import { chromiumMissing, findChromium } from '../../tests/support/chromium.ts';
import { isInstalled } from '../bootstrap/install.mjs';
import { readDevelopmentStack } from '../functions-module.ts';
import { generateAll } from '../generate.ts';
import { faultOfAnonymousRead } from '../stack/anonymous-read.ts';
import { developmentPorts, requireFree } from '../stack/development-ports.ts';
import { endOnSignals } from '../stack/signals.ts';
import { readFirebaseConfig } from '../stack/folder.ts';
import { faultOfRules } from '../stack/rules-alone.ts';
import { findToolchain } from '../toolchain/toolchain.js';

/** What a check found: that it is well, or what is wrong and what to do. */
type Finding = { readonly ok: boolean; readonly text: string };
const ok = (text: string): Finding => ({ ok: true, text });
const wrong = (text: string): Finding => ({ ok: false, text });

const checks: readonly (() => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>)[] = [
  () => ok(`Node ${process.version} runs the project`),
  () =>
    isInstalled()
      ? ok('The packages are those of package-lock.json')
      : wrong('The packages differ from package-lock.json: npm ci'),
  toolchain,
  chromium,
  generated,
  databases,
  ports,
  rules,
];

/** Says of this machine and this checkout what is well, and what is wrong and what to do. Answers the exit code. */
export async function examineMachine(): Promise<number> {
  endOnSignals(() => Promise.resolve());
  let allOk = true;
  for (const check of checks) {
    const findings = await Promise.resolve(check()).catch((error: unknown) =>
      wrong(error instanceof Error ? error.message : String(error)),
    );
    for (const finding of [findings].flat()) {
      console.log(`${finding.ok ? 'ok   ' : 'wrong'}  ${finding.text}`);
      allOk &&= finding.ok;
    }
  }
  return allOk ? 0 : 1;
}

async function toolchain(): Promise<readonly Finding[]> {
  const found = await findToolchain();
  if ('missing' in found) return found.missing.map(wrong);
  const sources = {
    cache: 'kept by firebase-tools',
    download: 'can be downloaded',
    environment: 'named by FIRESTORE_EMULATOR_BINARY_PATH',
    'cloud-sdk': 'of the Google Cloud SDK',
  } as const;
  return [
    ok(`Java ${found.java.version} in ${found.java.home}`),
    ok(`The Firestore emulator, ${sources[found.jar.from]}`),
  ];
}

function chromium(): Finding {
  const found = findChromium();
  return found ? ok(`Chromium: ${found}`) : wrong(chromiumMissing);
}

async function generated(): Promise<Finding> {
  const stale = await generateAll(true);
  if (stale.length === 0) return ok('What is generated is fresh');
  return wrong(`Stale: ${stale.join(', ')}: npm run generate, and commit it`);
}

function databases(): Finding {
  if (!Array.isArray(readFirebaseConfig().firestore)) return ok('firebase.json names one database');
  return wrong(
    'firebase.json lists several databases: the emulator loads no rules then and allows everything: name one',
  );
}

async function ports(): Promise<Finding> {
  const running = readDevelopmentStack();
  if (running) return ok(`npm start runs, as process ${running.pid}, on ${running.environment.WEB_URL}`);
  await requireFree(developmentPorts());
  return ok('The ports of npm start are free');
}

/** Asks the running emulator, or one that is started for it. */
async function rules(): Promise<Finding> {
  const host = readDevelopmentStack()?.environment.FIRESTORE_EMULATOR_HOST;
  const fault = host ? await faultOfAnonymousRead(host) : await faultOfRules();
  return fault ? wrong(fault) : ok('The emulator refuses an anonymous read: rules are in force');
}
