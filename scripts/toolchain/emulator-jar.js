import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../bootstrap/root.mjs';

/** @typedef {{ expectedSize: number, remoteUrl: string, downloadPathRelativeToCacheDir: string }} Release */
/**
 * Where the Firestore emulator comes from, and the jar where it is none of firebase-tools' own.
 * @typedef {{ readonly from: 'cache' | 'download' } | { readonly from: 'environment' | 'cloud-sdk', readonly jar: string }} EmulatorJar
 */

/**
 * firebase-tools' own copy, else a download when the network lets us, else the Google Cloud SDK's; undefined when there is none.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<EmulatorJar | undefined>}
 */
export async function findEmulatorJar(env = process.env) {
  const given = env.FIRESTORE_EMULATOR_BINARY_PATH;
  if (given) return existsSync(given) ? { from: 'environment', jar: given } : undefined;

  const release = pinnedRelease();
  const cache = env.FIREBASE_EMULATORS_PATH ?? path.join(os.homedir(), '.cache/firebase/emulators');
  if (isCached(cache, release)) return { from: 'cache' };
  if (await canDownload(release)) return { from: 'download' };
  const jar = findCloudSdkJar(env);
  return jar ? { from: 'cloud-sdk', jar } : undefined;
}

/**
 * What firebase-tools wants; unknown while it is not installed.
 * @returns {Release | undefined}
 */
function pinnedRelease() {
  const file = path.join(root, 'node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json');
  if (!existsSync(file)) return undefined;
  return /** @type {{ firestore: Release }} */ (JSON.parse(readFileSync(file, 'utf8'))).firestore;
}

/**
 * @param {string} cache
 * @param {Release | undefined} release
 */
function isCached(cache, release) {
  if (!release)
    return existsSync(cache) && readdirSync(cache).some((name) => /^cloud-firestore-emulator.*\.jar$/.test(name));
  const file = path.join(cache, release.downloadPathRelativeToCacheDir);
  return existsSync(file) && statSync(file).size === release.expectedSize;
}

/** @param {Release | undefined} release */
async function canDownload(release) {
  const url = release?.remoteUrl ?? 'https://storage.googleapis.com/firebase-preview-drop/';
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return !release || (answer.ok && Number(answer.headers.get('content-length')) === release.expectedSize);
  } catch {
    return false;
  }
}

const sdkFolders = [
  '/usr/lib/google-cloud-sdk',
  '/usr/share/google-cloud-sdk',
  '/opt/google-cloud-sdk',
  '/snap/google-cloud-cli/current',
  '/snap/google-cloud-sdk/current',
  '/opt/homebrew/share/google-cloud-sdk',
  '/usr/local/share/google-cloud-sdk',
  '/usr/local/Caskroom/google-cloud-sdk/latest/google-cloud-sdk',
  path.join(os.homedir(), 'google-cloud-sdk'),
];

/**
 * The SDK lies where `gcloud` is, or in the folders that its installers use.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 */
export function findCloudSdkJar(env, folders = sdkFolders) {
  const besideGcloud = (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'gcloud'))
    .filter((gcloud) => existsSync(gcloud))
    .map((gcloud) => path.dirname(path.dirname(realpathSync(gcloud))));
  return [...(env.CLOUDSDK_ROOT_DIR ? [env.CLOUDSDK_ROOT_DIR] : []), ...besideGcloud, ...folders]
    .map((folder) => path.join(folder, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'))
    .find((jar) => existsSync(jar));
}
