import { afterEach } from 'vitest';
import { closeWindows, promiseToClose } from './browser.ts';

promiseToClose();
afterEach(({ task }) => closeWindows(task));
