import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder, root } from '../paths.ts';
import { writeLauncherJar } from './launcher-jar.ts';

/** Where the Firestore emulator comes from; `override` is what firebase-tools is told to start, if anything. */
export type EmulatorJar =
  { readonly from: 'cache' | 'download' } | { readonly from: 'environment' | 'cloud-sdk'; readonly override: string };

type Release = {
  readonly expectedSize: number;
  readonly remoteUrl: string;
  readonly downloadPathRelativeToCacheDir: string;
};

/** firebase-tools' own copy, else a download when the network lets us, else the Google Cloud SDK's; undefined when there is none. */
export async function findEmulatorJar(env = process.env): Promise<EmulatorJar | undefined> {
  const given = env.FIRESTORE_EMULATOR_BINARY_PATH;
  if (given) return existsSync(given) ? { from: 'environment', override: given } : undefined;

  const release = pinnedRelease();
  const cache = env.FIREBASE_EMULATORS_PATH ?? path.join(os.homedir(), '.cache/firebase/emulators');
  if (sizeOf(path.join(cache, release.downloadPathRelativeToCacheDir)) === release.expectedSize)
    return { from: 'cache' };
  if (await canDownload(release)) return { from: 'download' };

  const jar = findCloudSdkJar(env);
  if (!jar) return undefined;
  const launcher = path.join(cacheFolder, 'firestore-emulator-launcher.jar');
  writeLauncherJar(launcher, jar);
  return { from: 'cloud-sdk', override: launcher };
}

function pinnedRelease(): Release {
  const file = path.join(root, 'node_modules/firebase-tools/lib/emulator/downloadableEmulatorInfo.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { firestore: Release }).firestore;
}

async function canDownload(release: Release): Promise<boolean> {
  try {
    const answer = await fetch(release.remoteUrl, { method: 'HEAD', signal: AbortSignal.timeout(3000) });
    return answer.ok && Number(answer.headers.get('content-length')) === release.expectedSize;
  } catch {
    return false;
  }
}

/** The SDK lies where `gcloud` is, or in the folders that its installers use. */
export function findCloudSdkJar(env: NodeJS.ProcessEnv, folders: readonly string[] = sdkFolders): string | undefined {
  const besideGcloud = (env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'gcloud'))
    .filter((gcloud) => existsSync(gcloud))
    .map((gcloud) => path.dirname(path.dirname(realpathSync(gcloud))));
  return [...(env.CLOUDSDK_ROOT_DIR ? [env.CLOUDSDK_ROOT_DIR] : []), ...besideGcloud, ...folders]
    .map((folder) => path.join(folder, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar'))
    .find((jar) => existsSync(jar));
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

function sizeOf(file: string): number | undefined {
  return existsSync(file) ? statSync(file).size : undefined;
}
