import type { Instant } from '@tenantry/model/documents/instant';
import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { permissionWords } from '../../shared/tenant/permission-words.ts';
import { planText, statusName } from './sentences.ts';

/** A value that an act changed; either side is empty where there is none. */
export type Change = { readonly label: string; readonly before: string; readonly after: string };

/** What of a business can change, as its settings call it. */
const fieldLabels: Readonly<Record<string, () => string>> = {
  name: m.field_business_name,
  branding: m.audit_field_branding,
  locale: m.settings_locale,
  timeZone: m.field_time_zone,
  currency: m.field_currency,
  orderText: m.audit_field_order_text,
  joinOpen: m.audit_field_join_open,
};

/** What an entry says of values before and after, beyond its sentence. */
export function changesOf({ action, details }: AuditDocument, moment: (at: Instant) => string): readonly Change[] {
  if (action === 'tenant.updated') return settingsChanges(details);
  if (action === 'tenant.plan-set') return [change(m.plan_title(), details.before, details.after, planText)];
  if (action === 'tenant.status-set') {
    return [change(m.audit_hold(), details.before, details.after, statusName), ...reasonOf(details)];
  }
  if (action === 'support.opened') return [...untilOf(details, moment), ...reasonOf(details)];
  if (action === 'support.entered') return reasonOf(details);
  if (action === 'role.defined') return rightsChange([], details.permissions);
  if (action === 'role.changed') return rightsChange(details.before, details.after);
  if (action === 'role.deleted') return rightsChange(details.permissions, []);
  return [];
}

function settingsChanges(details: AuditDocument['details']): Change[] {
  return Object.entries(details).flatMap(([key, value]) =>
    isBeforeAndAfter(value) ? [change(fieldLabels[key]?.() ?? key, value.before, value.after)] : [],
  );
}

function reasonOf({ reason }: AuditDocument['details']): Change[] {
  return typeof reason === 'string' ? [change(m.audit_reason(), undefined, reason)] : [];
}

function untilOf({ until }: AuditDocument['details'], moment: (at: Instant) => string): Change[] {
  const date = new Date(typeof until === 'string' ? until : Number.NaN);
  if (Number.isNaN(date.getTime())) return [];
  return [change(m.audit_until(), undefined, moment({ toMillis: () => date.getTime(), toDate: () => date }))];
}

/** The rights that a role lost, before, and got, after. */
function rightsChange(before: unknown, after: unknown): Change[] {
  const [had, has] = [listOf(before), listOf(after)];
  const lost = had.filter((right) => !has.includes(right));
  const got = has.filter((right) => !had.includes(right));
  return [
    ...(lost.length > 0 ? [{ label: m.audit_rights_lost(), before: lost.map(rightName).join(', '), after: '' }] : []),
    ...(got.length > 0 ? [{ label: m.audit_rights_got(), before: '', after: got.map(rightName).join(', ') }] : []),
  ];
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const words: Readonly<Record<string, { readonly name: () => string }>> = permissionWords;
const rightName = (right: string): string => words[right]?.name() ?? right;

function change(label: string, before: unknown, after: unknown, nameOf = (value: string) => value): Change {
  return { label, before: nameOf(textOf(before)), after: nameOf(textOf(after)) };
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no();
  // A colour is a place on the wheel.
  if (typeof value === 'object' && 'hue' in value) return `${String(value.hue)}°`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isBeforeAndAfter(value: unknown): value is { before?: unknown; after?: unknown } {
  return typeof value === 'object' && value !== null && ('before' in value || 'after' in value);
}
