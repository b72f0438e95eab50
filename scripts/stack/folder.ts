import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../progress.ts';
import { root } from '../paths.ts';
import type { Ports } from './ports.ts';
import { parameterFile, secretFile, type Settings } from './settings.ts';

export const rulesFile = path.join(root, 'firestore.rules');
const indexesFile = path.join(root, 'firestore.indexes.json');

type FirebaseConfig = {
  readonly firestore: unknown;
  readonly functions: { readonly runtime: string };
  readonly emulators: Readonly<Record<string, { readonly port?: number; readonly websocketPort?: number }>>;
};

export function readFirebaseConfig(): FirebaseConfig {
  return JSON.parse(readFileSync(path.join(root, 'firebase.json'), 'utf8')) as FirebaseConfig;
}

/**
 * Fills the folder that a stack runs from: firebase-tools takes no path outside of its configuration's folder, so the
 * rules and indexes are copied, and the functions are built into it.
 */
export function prepareFolder(folder: string, ports: Ports, settings: Settings): { functions: string } {
  const functions = path.join(folder, 'functions');
  mkdirSync(functions, { recursive: true });
  if (Array.isArray(readFirebaseConfig().firestore)) {
    throw new Refusal('firebase.json lists several databases: the emulator would load no rules and allow everything.');
  }
  for (const file of [rulesFile, indexesFile]) {
    if (!existsSync(file))
      throw new Refusal(`${path.basename(file)} is missing: without it the emulator would allow everything.`);
    copyFileSync(file, path.join(folder, path.basename(file)));
  }
  writeFileSync(path.join(folder, 'firebase.json'), JSON.stringify(configFor(ports), null, 2));
  writeFileSync(path.join(functions, '.secret.local'), secretFile(settings));
  writeFileSync(path.join(functions, '.env.local'), parameterFile(settings));
  return { functions };
}

/** The checkout's firebase.json on other ports, with the functions built beside it and without what is only deployed. */
export function configFor(ports: Ports, deployed = readFirebaseConfig()): unknown {
  const { firestore, functions, emulators } = deployed;
  const host = '127.0.0.1';
  return {
    firestore,
    functions: { source: 'functions', runtime: functions.runtime },
    emulators: {
      ...emulators,
      auth: { host, port: ports.auth },
      firestore: { host, port: ports.firestore, websocketPort: ports.firestoreWebsocket },
      functions: { host, port: ports.functions },
      eventarc: { host, port: ports.eventarc },
      tasks: { host, port: ports.tasks },
      hub: { host, port: ports.hub },
      logging: { host, port: ports.logging },
    },
  };
}
