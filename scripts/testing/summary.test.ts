import { describe, expect, test } from 'vitest';
import { outcomeOf, outcomeOfCheck, total } from './summary.ts';

const assertion = (status: string) => ({
  status,
  fullName: `a ${status} one`,
  failureMessages: status === 'failed' ? ['expected 1'] : [],
});
const file = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: '',
  assertionResults: statuses.map(assertion),
});

describe('the count', () => {
  test('adds up what passed, failed and was skipped', () => {
    const outcomes = [
      outcomeOf({ testResults: [file('passed', 'failed', 'skipped'), file('passed', 'todo')] }, 1, '', 'unit'),
      outcomeOfCheck('types', 0, ''),
      outcomeOfCheck('lint', 1, 'a fault'),
    ];
    expect(total(outcomes)).toBe('3 passed, 3 failed, 2 skipped');
  });

  test('names nothing skipped when nothing was', () => {
    expect(total([outcomeOfCheck('types', 0, '')])).toBe('1 passed, 0 failed');
  });
});

describe('a suite', () => {
  test('that passes has no failures', () => {
    expect(outcomeOf({ testResults: [file('passed')] }, 0, '', 'unit').failures).toEqual([]);
  });

  test('that ends with an error although every test passed has failed', () => {
    const { failures } = outcomeOf({ testResults: [file('passed')] }, 1, 'Unhandled rejection', 'unit');
    expect(failures).toEqual([{ title: 'unit ended with code 1', details: 'Unhandled rejection' }]);
  });

  test('that left no report has failed', () => {
    expect(outcomeOf(undefined, 1, 'killed', 'unit').failures).toHaveLength(1);
    expect(outcomeOf(undefined, 0, '', 'unit').failures).toHaveLength(1);
  });

  test('shows of a trace what is not the test runner’s', () => {
    const trace =
      'Error: no\n    at ours (/srv/shop/tests/a.test.ts:1:1)\n    at run (file:///srv/shop/node_modules/vitest/run.js:1:1)';
    const failing = { ...file('failed'), assertionResults: [{ ...assertion('failed'), failureMessages: [trace] }] };
    const [failure] = outcomeOf({ testResults: [failing] }, 1, '', 'unit').failures;
    expect(failure?.details).toBe('Error: no\n    at ours (/srv/shop/tests/a.test.ts:1:1)');
  });

  test('without tests has failed', () => {
    expect(outcomeOf({ testResults: [] }, 0, '', 'unit').failures).toEqual([
      { title: 'unit has no tests', details: '' },
    ]);
  });

  test('with a file that does not load has failed once for it', () => {
    const broken = { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
    const { passed, failures } = outcomeOf({ testResults: [file('passed'), broken] }, 1, '', 'unit');
    expect(passed).toBe(1);
    expect(failures).toEqual([{ title: 'b.test.ts does not run', details: 'Cannot find module' }]);
  });
});
