import type { Plugin } from 'vite';
import { compileMessages } from '../paraglide.ts';

/** Compiles `web/messages` before a build and whenever a text changes while serving. */
export function texts(): Plugin {
  return {
    name: 'tenantry:texts',
    buildStart: compileMessages,
    configureServer(server) {
      compileMessages();
      server.watcher.add('messages');
      server.watcher.on('change', (file) => {
        if (/[\\/]messages[\\/].*\.json$/.test(file)) compileMessages();
      });
    },
  };
}
