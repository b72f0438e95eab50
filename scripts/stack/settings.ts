import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { project, region } from '../paths.ts';
import type { Ports } from './ports.ts';

const secrets = ['AUDIT_KEY', 'INVITE_KEY', 'SMTP_URL', 'STRIPE_API_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;
const parameters = ['WEB_URL', 'MAIL_FROM', 'OPERATIONS_PER_MINUTE', 'STRIPE_API_BASE'] as const;

/** What the functions ask of their environment: secrets by `.secret.local`, parameters by `.env.local`. */
export type Settings = Readonly<Record<(typeof secrets)[number] | (typeof parameters)[number], string>>;
type Keys = Pick<Settings, 'AUDIT_KEY' | 'INVITE_KEY' | 'STRIPE_WEBHOOK_SECRET'>;

/** Settings for a stack on these ports. Keys are new for each stack, or kept in a file where data outlives it. */
export function settingsFor(ports: Ports, keysFile?: string): Settings {
  return {
    ...(keysFile && existsSync(keysFile) ? (JSON.parse(readFileSync(keysFile, 'utf8')) as Keys) : newKeys(keysFile)),
    ...stripeFor(ports, keysFile !== undefined),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    WEB_URL: `http://127.0.0.1:${ports.web}`,
    MAIL_FROM: 'Tenantry <no-reply@tenantry.example>',
    // Tests and probes call far faster than people do.
    OPERATIONS_PER_MINUTE: process.env.OPERATIONS_PER_MINUTE ?? '6000',
  };
}

/** Where the stand-in for Stripe listens. */
export const stripeBase = (ports: Ports): string => `http://127.0.0.1:${ports.stripe}`;
export const functionsUrl = (ports: Ports): string => `http://127.0.0.1:${ports.functions}/${project}/${region}`;

type StripeSettings = Pick<Settings, 'STRIPE_API_KEY' | 'STRIPE_API_BASE'> & Partial<Settings>;

/** The stand-in for Stripe; Stripe itself where who develops has set a key of an account. Tests never leave this machine. */
function stripeFor(ports: Ports, isDevelopment: boolean): StripeSettings {
  const { STRIPE_API_KEY: key = '', STRIPE_WEBHOOK_SECRET: secret = '' } = process.env;
  if (!isDevelopment || key === '' || key === standInKey)
    return { STRIPE_API_KEY: standInKey, STRIPE_API_BASE: stripeBase(ports) };
  return { STRIPE_API_KEY: key, STRIPE_API_BASE: '', ...(secret ? { STRIPE_WEBHOOK_SECRET: secret } : {}) };
}

const standInKey = 'sk_test_tenantry';

function newKeys(file: string | undefined): Keys {
  const key = (): string => randomBytes(32).toString('base64url');
  const keys = { AUDIT_KEY: key(), INVITE_KEY: key(), STRIPE_WEBHOOK_SECRET: `whsec_${key()}` };
  if (file) writeFileSync(file, JSON.stringify(keys));
  return keys;
}

export const secretFile = (settings: Settings): string => lines(settings, secrets);
/** As Google's runtime sets it: otherwise Express answers what it can't parse with a stack and this machine's paths. */
export const parameterFile = (settings: Settings): string => `NODE_ENV=production\n${lines(settings, parameters)}`;

function lines(settings: Settings, names: readonly (keyof Settings)[]): string {
  return names.map((name) => `${name}=${JSON.stringify(settings[name])}\n`).join('');
}

/** The environment of a command that runs inside the stack. */
export function environmentOf(ports: Ports, settings: Settings): Readonly<Record<string, string>> {
  return {
    ...settings,
    GCLOUD_PROJECT: project,
    GOOGLE_CLOUD_PROJECT: project,
    FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}`,
    FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${ports.auth}`,
    CLOUD_TASKS_EMULATOR_HOST: `127.0.0.1:${ports.tasks}`,
    FUNCTIONS_URL: functionsUrl(ports),
    // Or Google's libraries ask a server that is only there in Google's cloud.
    METADATA_SERVER_DETECTION: 'none',
    MAILBOX_URL: `http://127.0.0.1:${ports.mailbox}`,
  };
}
