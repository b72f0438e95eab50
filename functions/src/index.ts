/** The table of contents: every function that is deployed, and nothing else. */

// HTTP
export { health } from './platform/health.ts';
