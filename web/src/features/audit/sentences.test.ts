import type { Instant } from '@tenantry/model/documents/instant';
import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import type { Names } from './names.ts';
import { actorName, kindOptions, sentenceOf } from './sentences.ts';

const at = new Date('2026-03-01T12:30:00Z');
const moment = (when: Instant): string => when.toDate().toISOString().slice(0, 10);
const names: Names = {
  person: (uid) => ({ ann: 'Ann', bob: 'Bob' })[uid],
  visitor: (uid) => ({ olga: 'Olga from support' })[uid],
  role: (key) => key.toUpperCase(),
};

const entry = (action: string, details: AuditDocument['details'] = {}, fields: Partial<AuditDocument> = {}) => ({
  seq: 7,
  at: { toMillis: () => at.getTime(), toDate: () => at },
  actor: 'ann',
  action,
  target: 'bob',
  details,
  requestId: 'request',
  prevHash: 'p',
  hash: 'h',
  ...fields,
});

describe('an act', () => {
  it.each([
    ['member.role-set', { before: 'viewer', after: 'admin' }, 'Ann changed the role of Bob from VIEWER to ADMIN'],
    ['member.removed', { role: 'member' }, 'Ann removed Bob, who was MEMBER'],
    ['invite.accepted', { uid: 'ann', before: null, after: 'viewer' }, 'Ann accepted an invitation and is now VIEWER'],
    ['ownership.accepted', { from: 'bob' }, 'Ann took over the business from Bob'],
    ['role.deleted', { permissions: [], moveTo: 'viewer' }, 'Ann deleted the role BOB; its people are now VIEWER'],
  ])('%s with %j is told as a sentence', (action, details, sentence) => {
    expect(sentenceOf(entry(action, details), names)).toBe(sentence);
  });

  it('of somebody who has gone names nobody, wherever they stand in it', () => {
    const gone = { actor: 'x', target: 'y' };
    expect(sentenceOf(entry('member.removed', { role: 'viewer' }, gone), names)).toBe(
      'Somebody who is not on the team removed somebody who is not on the team, who was VIEWER',
    );
  });

  it.each([
    ['support.entered', {}, 'came in'],
    ['support.left', {}, 'left'],
    ['support.page-viewed', { page: '/orders' }, 'looked at /orders, as the visitor’s own browser tells'],
    ['support.dismissed', {}, 'is out: this person does not work for the platform any more'],
  ])('%s of support names who came, and support alone where nobody knows the name', (action, details, words) => {
    const by = (uid: string) => sentenceOf(entry(action, details, { actor: uid, target: uid }), names);
    expect([by('olga'), by('x')]).toEqual([`Olga from support ${words}`, `Support ${words}`]);
  });

  it('of any kind has a sentence and a name, which leave nothing open', () => {
    for (const { value, label } of kindOptions) {
      const sentence = sentenceOf(
        entry(value, { role: 'viewer', after: 'pro', status: 'active', name: 'Packers' }),
        names,
      );
      expect(label).not.toBe('');
      expect(sentence).not.toMatch(/undefined|\{|\[object|no words/);
    }
    expect(new Set(kindOptions.map(({ label }) => label)).size).toBe(kindOptions.length);
  });

  it('that is newer than the page is named as it is stored, and so is one with a name that objects have', () => {
    expect(sentenceOf(entry('moon.landed'), names)).toContain('moon.landed');
    expect(sentenceOf(entry('constructor'), names)).toContain('constructor');
  });

  it('of a schedule or a script is the platform’s, and of a person theirs', () => {
    expect(actorName('schedule:expireInvites', names)).toBe('The platform');
    expect(actorName('ann', names)).toBe('Ann');
    expect(actorName('olga', names)).toBe('Olga from support');
  });
});

describe('what an act changed', () => {
  it('is each setting before and after, by the name that it has on the page', () => {
    const details = {
      name: { before: 'Tea', after: 'Teas' },
      joinOpen: { before: true, after: false },
      branding: { before: { hue: 7 }, after: { hue: 200 } },
    };
    expect(changesOf(entry('tenant.updated', details), moment)).toEqual([
      { label: 'Name of the business', before: 'Tea', after: 'Teas' },
      { label: 'Customers may join by themselves', before: 'Yes', after: 'No' },
      { label: 'Colour', before: '7°', after: '200°' },
    ]);
  });

  it('is what a role may no longer do, and what it may now', () => {
    const details = { before: ['product:read', 'order:note'], after: ['product:read', 'audit:read'] };
    expect(changesOf(entry('role.changed', { name: 'Packers', ...details }), moment)).toEqual([
      { label: 'May no longer', before: 'Write notes', after: '' },
      { label: 'May now', before: '', after: 'See the log of changes' },
    ]);
  });

  it('is why and until when support was let in', () => {
    const details = { until: '2026-03-02T08:00:00.000Z', scope: 'support', reason: 'A bill' };
    expect(changesOf(entry('support.opened', details), moment)).toEqual([
      { label: 'Until', before: '', after: '2026-03-02' },
      { label: 'Reason', before: '', after: 'A bill' },
    ]);
  });

  it('is nothing where the sentence says all, or where the details have another shape', () => {
    expect(changesOf(entry('member.left', { role: 'viewer' }), moment)).toEqual([]);
    expect(changesOf(entry('tenant.updated', { name: 'Tea', other: null }), moment)).toEqual([]);
  });
});
