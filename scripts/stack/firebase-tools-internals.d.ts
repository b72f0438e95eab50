/** What `concurrent-workers.cjs` and `quiet-firebase-tools.cjs` replace in firebase-tools, which publishes no types for it. */

declare module 'firebase-tools/lib/emulator/functionsRuntimeWorker.js' {
  export class RuntimeWorker {
    state: 'CREATED' | 'IDLE' | 'BUSY' | 'FINISHING' | 'FINISHED';
    request(...args: unknown[]): Promise<void>;
    logInfo(message: string): void;
  }
  export class RuntimeWorkerPool {
    cleanUpWorkers(): void;
    getTriggerWorkers(triggerId: string | undefined, runtime: unknown): RuntimeWorker[];
    setTriggerWorkers(triggerId: string | undefined, workers: RuntimeWorker[], runtime: unknown): void;
    getIdleWorker(triggerId: string | undefined, runtime: unknown): RuntimeWorker | undefined;
    readyForWork(triggerId: string | undefined, runtime: unknown): boolean;
  }
}

declare module 'firebase-tools/lib/emulator/functionsEmulator.js' {
  import type { RuntimeWorker } from 'firebase-tools/lib/emulator/functionsRuntimeWorker.js';
  export class FunctionsEmulator {
    startRuntime(backend: unknown, trigger?: { readonly id: string }): Promise<RuntimeWorker>;
  }
}

declare module 'firebase-tools/lib/logger.js' {
  export const logger: {
    debug: (...args: unknown[]) => unknown;
    add: (transport: { readonly name?: string }) => unknown;
  };
}

declare module 'firebase-tools/lib/track.js' {
  export function trackEmulator(...args: unknown[]): Promise<void>;
}

declare module 'firebase-tools/lib/emulator/workQueue.js' {
  export class WorkQueue {
    logState(): void;
  }
}
