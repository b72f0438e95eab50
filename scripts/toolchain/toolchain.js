import { findEmulatorJar } from './emulator-jar.js';
import { findJava, oldestJava } from './java.js';

// Plain JavaScript, as are its neighbours: the bootstrap asks before it installs, under whatever Node there is.

/** @typedef {import('./java.js').Java} Java */
/** @typedef {import('./emulator-jar.js').EmulatorJar} EmulatorJar */
/** @typedef {{ readonly java: Java, readonly jar: EmulatorJar }} Toolchain */

/**
 * What the emulators need of this machine, or one line for each thing that is missing with what to install.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Toolchain | { readonly missing: readonly string[] }>}
 */
export async function findToolchain(env = process.env) {
  const java = findJava(env);
  const jar = await findEmulatorJar(env);
  return java.found && jar ? { java: java.found, jar } : { missing: missingIn({ java, jar }) };
}

/**
 * One line for each thing that was not found.
 * @param {{ java: ReturnType<typeof findJava>, jar: EmulatorJar | undefined }} found
 * @returns {readonly string[]}
 */
export function missingIn({ java, jar }) {
  return [...(java.found ? [] : [javaMissing(java.tooOld)]), ...(jar ? [] : [jarMissing])];
}

/** @param {Java | undefined} tooOld */
function javaMissing(tooOld) {
  const present = tooOld ? `only Java ${tooOld.version} is here` : 'no Java is here';
  return (
    `Java ${oldestJava} or later is missing (${present}): install the package openjdk-${oldestJava}-jre-headless, ` +
    `or \`brew install openjdk@${oldestJava}\`, or take one from https://adoptium.net; JAVA_HOME may name it.`
  );
}

const jarMissing =
  'The Firestore emulator is missing and cannot be downloaded: connect to the internet once, ' +
  'or install the Google Cloud SDK component cloud-firestore-emulator.';
