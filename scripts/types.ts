import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { compileMessages } from '../web/paraglide.ts';
import { root } from './paths.ts';

// The texts are functions that are generated: without them nothing in the web has a type.
compileMessages();
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
process.exitCode =
  spawnSync(process.execPath, [tsc, '-b', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
