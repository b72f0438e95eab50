/**
 * Loaded into firebase-tools before it starts. For each request to a function it writes some twenty lines into a file
 * that nobody reads, keeps them all in memory for a page that is off, and reads the person's settings to learn whether
 * to report on them: a third of its time in a run of the tests. What it prints stays but for two lines, and with DEBUG set
 * everything does.
 * `quiet-firebase-tools.test.ts` fails when its internals move.
 */
const { logger } = require('firebase-tools/lib/logger.js');
const track = require('firebase-tools/lib/track.js');
const { WorkQueue } = require('firebase-tools/lib/emulator/workQueue.js');
const { RuntimeWorker } = require('firebase-tools/lib/emulator/functionsRuntimeWorker.js');

track.trackEmulator = () => Promise.resolve();

if (!process.env.DEBUG) {
  logger.debug = () => logger;
  const { add } = logger;
  // The others are the file and the page's line.
  logger.add = (transport) => (transport.name === 'console' ? add.call(logger, transport) : logger);
  // It is spelled out, three times a request, only to be told to `debug`.
  WorkQueue.prototype.logState = () => undefined;
  // That a request begins and ends, two lines each: the functions' own log says more, and a ninth of its time is theirs.
  RuntimeWorker.prototype.logInfo = () => undefined;
}
