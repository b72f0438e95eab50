import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..');
/** Where running stacks live, one folder each. */
export const stacksFolder = path.join(root, '.stack');
/** What can be made again at any time. */
export const cacheFolder = path.join(root, '.cache');

export const project = 'demo-tenantry';
export const region = 'us-central1';
