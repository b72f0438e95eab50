import { browserLocalPersistence, connectAuthEmulator, initializeAuth } from 'firebase/auth';
import { environment, isLocal } from '../config/environment.ts';
import { firebaseApp } from './app.ts';

/** The popup's resolver is passed where a popup opens, so that no page loads its frame before. */
export const auth = initializeAuth(firebaseApp, { persistence: browserLocalPersistence });

if (isLocal && environment.emulators) {
  connectAuthEmulator(auth, `http://${environment.emulators.auth}`, { disableWarnings: true });
}
