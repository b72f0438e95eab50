import { defineBoolean, defineInt, defineSecret, defineString } from 'firebase-functions/params';

/** The one reader of the environment. Secrets are named here and bound to the functions that use them. */

export const auditKey = defineSecret('AUDIT_KEY');
export const inviteKey = defineSecret('INVITE_KEY');
export const smtpUrl = defineSecret('SMTP_URL');
export const stripeApiKey = defineSecret('STRIPE_API_KEY');
export const stripeWebhookSecret = defineSecret('STRIPE_WEBHOOK_SECRET');

/** Secrets of every function that runs operations. */
export const operationSecrets = [auditKey, inviteKey, stripeApiKey];
/** Secrets of what Stripe calls. */
export const webhookSecrets = [auditKey, stripeApiKey, stripeWebhookSecret];

/** The site's own origin, without a slash at its end: links in mails begin with it. */
export const webUrl = defineString('WEB_URL', { default: 'http://127.0.0.1:5000' });
export const mailFrom = defineString('MAIL_FROM', { default: 'Tenantry <no-reply@example.com>' });
export const enforceAppCheck = defineBoolean('ENFORCE_APP_CHECK', { default: false });
/** Where Stripe's API is asked; empty for Stripe's own address. */
export const stripeApiBase = defineString('STRIPE_API_BASE', { default: '' });
/** Operations that one person may call in one tenant within a minute. */
export const operationsPerMinute = defineInt('OPERATIONS_PER_MINUTE', { default: 600 });

export const region = 'us-central1';

/** The Firebase project's id, as the platform names it to its functions. */
export function projectId(): string {
  return process.env.GCLOUD_PROJECT ?? '';
}

/** Where Firestore is emulated, as `host:port`; absent for Google's own. */
export function firestoreEmulator(): string | undefined {
  return process.env.FIRESTORE_EMULATOR_HOST;
}

/** Whether this process talks to emulators. */
export function isEmulated(): boolean {
  return process.env.FUNCTIONS_EMULATOR === 'true' || firestoreEmulator() !== undefined;
}
