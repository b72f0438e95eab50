import { beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import { openProject } from '../../support/rules/project.ts';
import { unsignedToken } from '../../support/rules/rest.ts';
import { get } from '../../support/rules/verbs.ts';
import { judgeAll, openCells } from '../matrix/cells.ts';
import { expectedErrors, expectedUnreached } from './exceptions.ts';
import { readCoverage, type Expression } from './report.ts';
import { selectedCells } from './selection.ts';

const isOneSided = ({ isBoolean, wasTrue, wasFalse }: Expression): boolean => isBoolean && wasTrue !== wasFalse;
const shown = ({ line, text, wasTrue }: Expression): string => `line ${line}, always ${wasTrue}: ${text}`;
const placeOf = ({ line, text }: Expression): string => `line ${line}: ${text}`;

describe('of the rules, whoever asks', () => {
  let expressions: readonly Expression[];
  beforeAll(async () => {
    const cells = selectedCells();
    const project = await openCells('coverage', cells);
    const verdicts = await judgeAll(project, cells);
    expect(cells.filter(({ expected }, index) => expected !== verdicts[index]).map(({ name }) => name)).toEqual([]);
    expressions = await readCoverage(project);
    const booleans = expressions.filter(({ isBoolean }) => isBoolean);
    recordFigures('coverage', {
      total: booleans.length,
      both: booleans.filter((expression) => !isOneSided(expression)).length,
    });
  });

  test('every condition comes out true for some and false for others', () => {
    expect(expressions.filter(({ isBoolean }) => isBoolean).length).toBeGreaterThan(100);
    expect(expressions.filter(isOneSided).map(shown)).toEqual([]);
  });

  test('every expression is evaluated for somebody, but for those that are listed', () => {
    const listed = Object.keys(expectedUnreached);
    const unreached = expressions.filter(({ reached }) => !reached);
    const unlisted = unreached.filter(({ text }) => !listed.some((whole) => whole.includes(text)));
    expect(unlisted.map(placeOf)).toEqual([]);
    expect(listed.filter((whole) => !unreached.some(({ text }) => text === whole))).toEqual([]);
  });

  test('nothing goes wrong but what is listed, and all of that does', () => {
    const errors = new Set(expressions.flatMap(({ text, errors: own }) => own.map((error) => `${text}: ${error}`)));
    const listed = expectedErrors.map(({ at, error }) => `${at}: ${error}`);
    expect([...errors].sort()).toEqual(listed.sort());
  });
});

describe('the coverage', () => {
  const about = (condition: string): string => `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function isSelf(uid) { return request.auth.uid == uid; }
    match /things/{uid} { allow get: if ${condition}; }
  }
}`;
  const asker = (uid: string) => ({ token: unsignedToken(uid, {}) });

  /** What it says of rules that are asked for a thing of one's own and for another's. */
  async function coverageOf(name: string, condition: string): Promise<Expression[]> {
    const project = await openProject(`coverage-${name}`, about(condition));
    const owner = { token: 'owner' };
    expect(await get(project, owner, 'things/me').catch(() => 'absent')).toBe('absent');
    await get(project, asker('me'), 'things/me').catch(() => 'absent');
    expect(await get(project, asker('me'), 'things/you')).toBe('deny');
    return readCoverage(project);
  }

  test('finds nothing in rules of which each part decides', async () => {
    expect((await coverageOf('fit', 'isSelf(uid)')).filter(isOneSided)).toEqual([]);
  });

  test('names a clause that is always true', async () => {
    const found = await coverageOf('needless', 'isSelf(uid) && request.auth.uid is string');
    expect(found.filter(isOneSided).map(shown)).toEqual(['line 5, always true: request.auth.uid is string']);
  });

  test('names a clause that nobody comes to', async () => {
    const found = await coverageOf('unreached', 'isSelf(uid) || (uid == "us" && request.auth.token.admin)');
    expect(found.filter(({ reached }) => !reached).map(placeOf)).toContain('line 5: request.auth.token.admin');
  });

  test('names an expression that goes wrong, where it stands and not where it is called', async () => {
    const found = await coverageOf('wrong', 'isSelf(uid) || isSelf(request.auth.token.nickname)');
    expect(found.flatMap(({ text, errors }) => errors.map((error) => `${text}: ${error}`))).toContain(
      'request.auth.token.nickname: A property is undefined on object.',
    );
  });
});
