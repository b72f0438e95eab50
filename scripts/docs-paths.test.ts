import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.ts';

const pages = ['README.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: root })];
/** A path of ours in a page: from a folder at the top, as far as letters, digits, stars and braces go. */
const mentioned = /`((?:docs|functions|model|scripts|tests|web)\/[\w./*{},-]+)`/g;

/** What is built, what whoever deploys writes, and the collection that the page on forking makes up. */
const notYet = /^functions\/lib|^web\/dist|\.local$|\/bookings\/$/;

test.each(pages)('every path that %s names is there', (page) => {
  const paths = [...readFileSync(path.join(root, page), 'utf8').matchAll(mentioned)].map(([, named = '']) => named);
  const sources = paths.filter((named) => !notYet.test(named));
  expect(sources.filter((named) => globSync(named, { cwd: root }).length === 0)).toEqual([]);
});
