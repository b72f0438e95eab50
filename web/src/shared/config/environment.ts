/** The one reader of the environment: `VITE_*` of a production build, or what the local stack's server put into the page. */

/** True where a local stack is behind the page; false, and removed with all that hangs on it, in production bundles. */
export const isLocal = import.meta.env.MODE !== 'production';

type FirebaseSettings = {
  readonly apiKey: string;
  readonly projectId: string;
  readonly authDomain?: string;
  readonly appId?: string;
};

/** `host:port` of each emulator. */
type Emulators = { readonly auth: string; readonly firestore: string };

export type Environment = {
  readonly firebase: FirebaseSettings;
  /** Site key of reCAPTCHA Enterprise; absent where App Check is not enforced. */
  readonly appCheckSiteKey?: string;
  readonly emulators?: Emulators;
  /** Whether people can add an authenticator: Identity Platform has them where that is switched on, the emulator never. */
  readonly secondFactor?: boolean;
};

export const environment: Environment = isLocal ? localEnvironment() : builtEnvironment();

function builtEnvironment(): Environment {
  const { VITE_FIREBASE_API_KEY, VITE_FIREBASE_PROJECT_ID, VITE_FIREBASE_AUTH_DOMAIN, VITE_FIREBASE_APP_ID } =
    import.meta.env as Record<string, string | undefined>;
  return {
    firebase: {
      apiKey: VITE_FIREBASE_API_KEY ?? '',
      projectId: VITE_FIREBASE_PROJECT_ID ?? '',
      authDomain: VITE_FIREBASE_AUTH_DOMAIN,
      appId: VITE_FIREBASE_APP_ID,
    },
    appCheckSiteKey: (import.meta.env as Record<string, string | undefined>)['VITE_APP_CHECK_SITE_KEY'],
    secondFactor: (import.meta.env as Record<string, string | undefined>)['VITE_SECOND_FACTOR'] === 'totp',
  };
}

function localEnvironment(): Environment {
  const told = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="tenantry-local"]')?.content ?? '{}';
  const settings = JSON.parse(told) as Partial<Emulators> & { projectId?: string; secondFactor?: boolean };
  return {
    firebase: { apiKey: 'local', projectId: settings.projectId ?? 'demo-tenantry' },
    secondFactor: settings.secondFactor,
    emulators: settings.auth && settings.firestore ? { auth: settings.auth, firestore: settings.firestore } : undefined,
  };
}
