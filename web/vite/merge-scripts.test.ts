import { describe, expect, it } from 'vitest';
import { mergeScripts } from './merge-scripts.ts';
import { visitsOf, type Script } from './visits.ts';

const script = (name: string, bytes: number, imports: string[] = [], loadsLater: string[] = []): Script => ({
  name,
  bytes,
  imports,
  loadsLater,
  begins: undefined,
});
const begin = (begins: 'page' | 'part', name: string, imports: string[], loadsLater: string[] = []): Script => ({
  ...script(name, 10, imports, loadsLater),
  begins,
});

/** A page with two lists; `extra` are scripts that the lists share with nobody or with each other. */
const lists = (extra: readonly Script[], orders: string[], products: string[]): readonly Script[] => [
  begin('page', 'page', ['react', 'texts'], ['orders', 'products']),
  begin('part', 'orders', orders),
  begin('part', 'products', products),
  script('react', 500),
  script('texts', 5),
  ...extra,
];

/** The names of the scripts of each file, sorted. */
const merged = (scripts: readonly Script[], allowance: number): string[] =>
  mergeScripts(scripts, allowance)
    .map((file) =>
      file
        .map(({ name }) => name)
        .toSorted()
        .join(' '),
    )
    .toSorted();

describe('the visits of a build', () => {
  it('are each page and each part of it, with all that was loaded on the shortest way there', () => {
    const scripts = [
      begin('page', 'page', ['react'], ['app']),
      begin('part', 'app', ['router'], ['list', 'window']),
      begin('part', 'list', ['table'], ['window']),
      begin('part', 'window', ['react']),
      ...['react', 'router', 'table'].map((name) => script(name, 1)),
    ];
    expect(visitsOf(scripts).map((visit) => [...visit].toSorted().join(' '))).toEqual([
      'page react',
      'app page react router',
      'app list page react router table',
      'app page react router window',
    ]);
  });
});

describe('shared scripts', () => {
  it('become one file when each visit loads all of them or none, however large they are', () => {
    expect(merged(lists([script('table', 900), script('badge', 5)], ['table', 'badge'], []), 0)).toEqual([
      'badge table',
      'react texts',
    ]);
  });

  const table = script('table', 40);
  const badge = script('badge', 60);
  const shared = lists([table, badge], ['table', 'badge'], ['badge']);

  it('become one file when no visit loads more than it may without needing it', () => {
    expect(merged(shared, 40)).toEqual(['badge table', 'react texts']);
  });

  it('stay apart when a visit would load one byte more than it may', () => {
    expect(merged(shared, 39)).toEqual(['badge', 'react texts', 'table']);
  });

  it('stay apart when what the one imports is more than a visit may load without needing it', () => {
    const heavy = lists(
      [script('table', 4, ['database']), script('database', 300), badge],
      ['table', 'badge'],
      ['badge'],
    );
    expect(merged(heavy, 40)).toEqual(['badge', 'database table', 'react texts']);
  });

  it('spend what a visit may load once, not once for each file', () => {
    const twice = [
      begin('page', 'page', [], ['one', 'other']),
      begin('part', 'one', ['a', 'b', 'c', 'd']),
      begin('part', 'other', ['a', 'c']),
      begin('page', 'third', ['a', 'b']),
      begin('page', 'fourth', ['c', 'd']),
      ...['a', 'b', 'c', 'd'].map((name) => script(name, 30)),
    ];
    for (const allowance of [30, 60]) {
      const files = mergeScripts(twice, allowance);
      for (const visit of visitsOf(twice)) {
        const loaded = files.filter((file) => file.some(({ name }) => visit.has(name))).flat();
        const surplus = loaded.filter(({ name }) => !visit.has(name)).length * 30;
        expect(surplus).toBeLessThanOrEqual(allowance);
      }
    }
  });

  it('stay apart when their file and another would import each other', () => {
    // The first imports the second by way of a script that begins a part and so stays where it is.
    const circle = [
      begin('page', 'page', ['first', 'second', 'part'], ['part']),
      begin('part', 'part', ['second']),
      script('first', 5, ['part']),
      script('second', 5),
    ];
    expect(merged(circle, 1000)).toEqual(['first', 'second']);
    const line = circle.map((each) => (each.name === 'first' ? { ...each, imports: ['second'] } : each));
    expect(merged(line, 1000)).toEqual(['first second']);
  });
});
