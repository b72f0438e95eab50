/**
 * Loaded into firebase-tools before it starts. Its Functions emulator gives each request in flight a process of
 * its own, which takes seconds of a core to start, and hangs requests whose process is not up within 30 s; a
 * deployed function serves up to 80 requests in one instance, and so does one here: two processes that write in one tenant
 * lock each other out for as long as the Firestore emulator waits. Remove this when firebase-tools
 * honours `concurrency`; `concurrent-workers.test.ts` fails when its internals move.
 */
const { RuntimeWorkerPool, RuntimeWorker } = require('firebase-tools/lib/emulator/functionsRuntimeWorker.js');
const { FunctionsEmulator } = require('firebase-tools/lib/emulator/functionsEmulator.js');

const perWorker = 80;
/** @type {WeakMap<RuntimeWorker, number>} */
const inFlight = new WeakMap();
/** @type {Map<string, Promise<RuntimeWorker>>} */
const starting = new Map();

/** @param {RuntimeWorker} worker */
const load = (worker) => inFlight.get(worker) ?? 0;
/** @param {RuntimeWorker} worker */
const serves = (worker) => worker.state === 'IDLE' || worker.state === 'BUSY';

RuntimeWorkerPool.prototype.getIdleWorker = function getIdleWorker(triggerId, runtime) {
  this.cleanUpWorkers();
  const workers = this.getTriggerWorkers(triggerId, runtime);
  if (workers.length === 0) this.setTriggerWorkers(triggerId, [], runtime);
  return workers.filter(serves).sort((a, b) => load(a) - load(b))[0];
};

RuntimeWorkerPool.prototype.readyForWork = function readyForWork(triggerId, runtime) {
  const worker = this.getIdleWorker(triggerId, runtime);
  return worker !== undefined && load(worker) < perWorker;
};

const { request } = RuntimeWorker.prototype;
RuntimeWorker.prototype.request = function counted(...args) {
  inFlight.set(this, load(this) + 1);
  return request.apply(this, args).finally(() => inFlight.set(this, load(this) - 1));
};

// Requests that find nobody ready wait for the one process that is starting.
const { startRuntime } = FunctionsEmulator.prototype;
FunctionsEmulator.prototype.startRuntime = function startOnce(backend, trigger) {
  const key = trigger?.id;
  if (key === undefined) return startRuntime.call(this, backend, trigger);
  const started = starting.get(key) ?? startRuntime.call(this, backend, trigger).finally(() => starting.delete(key));
  starting.set(key, started);
  return started;
};
