import { findEmulatorJar, type EmulatorJar } from './emulator-jar.ts';
import { findJava, oldestJava, type Java } from './java.ts';

export type Toolchain = { readonly java: Java; readonly jar: EmulatorJar };

/** What the emulators need of this machine, or one line for each thing that is missing with what to install. */
export async function findToolchain(env = process.env): Promise<Toolchain | { readonly missing: readonly string[] }> {
  const java = findJava(env);
  const jar = await findEmulatorJar(env);
  return java.found && jar ? { java: java.found, jar } : { missing: missingIn({ java, jar }) };
}

type Found = { readonly java: ReturnType<typeof findJava>; readonly jar: EmulatorJar | undefined };

/** One line for each thing that was not found. */
export function missingIn({ java, jar }: Found): readonly string[] {
  return [...(java.found ? [] : [javaMissing(java.tooOld)]), ...(jar ? [] : [jarMissing])];
}

function javaMissing(tooOld: Java | undefined): string {
  const present = tooOld ? `only Java ${tooOld.version} is here` : 'no Java is here';
  return (
    `Java ${oldestJava} or later is missing (${present}): install the package openjdk-${oldestJava}-jre-headless, ` +
    `or \`brew install openjdk@${oldestJava}\`, or take one from https://adoptium.net; JAVA_HOME may name it.`
  );
}

const jarMissing =
  'The Firestore emulator is missing and cannot be downloaded: connect to the internet once, ' +
  'or install the Google Cloud SDK component cloud-firestore-emulator.';
