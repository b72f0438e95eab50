import type { BrowserContext } from 'playwright-core';

/** What changes a context for all pages to come. What a test asks of a page ends with the page, but for its clock. */
const lasting = [
  'addInitScript',
  'exposeBinding',
  'exposeFunction',
  'grantPermissions',
  'newCDPSession',
  'route',
  'routeFromHAR',
  'routeWebSocket',
  'setDefaultNavigationTimeout',
  'setDefaultTimeout',
  'setExtraHTTPHeaders',
  'setGeolocation',
  'setHTTPCredentials',
  'setOffline',
] as const satisfies (keyof BrowserContext)[];

const lastingOfClock = [
  'fastForward',
  'install',
  'pauseAt',
  'resume',
  'runFor',
  'setFixedTime',
  'setSystemTime',
] as const satisfies (keyof BrowserContext['clock'])[];

/** Makes a context that other tests will meet refuse what they would meet there. */
export function refuseLasting(context: BrowserContext): void {
  for (const name of lasting) refuse(context, name);
  // A page's clock is its context's.
  for (const name of lastingOfClock) refuse(context.clock, name);
}

function refuse<T extends object>(object: T, name: keyof T & string): void {
  const value = (): never => {
    throw new Error(`The next test would meet it: ${name} needs a window of openWindow({ apart: true }).`);
  };
  Object.defineProperty(object, name, { value });
}
