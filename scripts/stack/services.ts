import path from 'node:path';
import { faultOfAnonymousRead } from './anonymous-read.ts';
import { startEmulators, type Emulators } from './emulators.ts';
import { prepareFolder } from './folder.ts';
import type { Ports } from './ports.ts';
import { functionsUrl, stripeBase, type Settings } from './settings.ts';
import type { Watched } from './watched.ts';
import { startMailbox } from '../mailbox/server.ts';
import { setUpAccount } from '../stripe/set-up-plans.ts';
import { stripeAt } from '../stripe/stripe-at.ts';
import { serveStripeDouble, type Served } from '../../tests/support/stripe/server/serve.ts';
import { Refusal, step } from '../progress.ts';
import type { Toolchain } from '../toolchain/toolchain.js';

type Services = {
  readonly watched: Watched;
  readonly toolchain: Toolchain;
  readonly ports: Ports;
  readonly settings: Settings;
  /** Where the stack runs from. */
  readonly folder: string;
  readonly temporary: string;
  readonly logFile: string;
  readonly importFrom?: string;
  /** Puts the functions into a folder. */
  readonly build: (folder: string) => Promise<unknown>;
  /** Serves the web, where it comes with the rest. */
  readonly web?: () => Promise<void>;
};

export type Running = {
  readonly emulators: Emulators;
  /** Undefined where Stripe itself is asked. */
  readonly stripe: Served | undefined;
};

/**
 * Starts a mailbox, the stand-in for Stripe, the functions, the emulators and the web, all watched, and answers when
 * rules are seen to be in force.
 */
export async function startServices(services: Services): Promise<Running> {
  const { watched, toolchain, ports, settings, folder, temporary, logFile, importFrom, build, web } = services;
  const { functions } = prepareFolder(folder, ports, settings);
  const mailbox = await startMailbox(ports);
  watched.release(() => mailbox.close());
  const stripe = await startStripe(services);
  if (stripe) watched.release(() => stripe.close());
  await step('Building the functions', () => build(functions));
  const emulators = step('Starting the emulators', () =>
    startEmulators({
      folder,
      temporary,
      toolchain,
      settings,
      logFile,
      ...(importFrom ? { importFrom } : {}),
      onStart: ({ pid }) => pid && watched.process(pid),
    }),
  );
  const [running] = await Promise.all([emulators, web?.()]);
  const fault = await faultOfAnonymousRead(`127.0.0.1:${ports.firestore}`);
  if (fault) throw new Refusal(fault);
  return { emulators: running, stripe };
}

/** What the stand-in for Stripe knows lies beside the emulators' data. */
export const stripeState = 'stripe.json';

async function startStripe({ ports, settings, importFrom }: Services): Promise<Served | undefined> {
  if (settings.STRIPE_API_BASE !== stripeBase(ports)) return undefined;
  const served = await serveStripeDouble({
    port: ports.stripe,
    apiKey: settings.STRIPE_API_KEY,
    webhook: { url: `${functionsUrl(ports)}/stripeWebhook`, secret: settings.STRIPE_WEBHOOK_SECRET },
    stateFile: importFrom && path.join(importFrom, stripeState),
  });
  // What is on sale follows the plan table, whatever was on sale when the data was saved.
  await setUpAccount(stripeAt(settings.STRIPE_API_KEY, settings.STRIPE_API_BASE));
  return served;
}
