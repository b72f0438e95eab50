import * as z from 'zod/mini';
import { tenantIdPattern } from './tenant-id.ts';

/** The formats that the contract fixes. Each is used by the operations, by the web's forms and, by number, in the rules. */

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Slugs that would read as a page of ours, or as us. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'about',
  'account',
  'admin',
  'administrator',
  'api',
  'app',
  'assets',
  'auth',
  'billing',
  'blog',
  'console',
  'dashboard',
  'docs',
  'email',
  'health',
  'help',
  'home',
  'invite',
  'join',
  'legal',
  'login',
  'logout',
  'mail',
  'mailbox',
  'new',
  'operator',
  'owner',
  'portal',
  'pricing',
  'privacy',
  'root',
  'security',
  'settings',
  'shop',
  'sign-in',
  'sign-out',
  'sign-up',
  'signin',
  'signup',
  'static',
  'status',
  'stripe',
  'support',
  'system',
  'team',
  'tenant',
  'tenantry',
  'terms',
  'test',
  'user',
  'users',
  'webhook',
  'www',
]);

/** Control characters, and marks that turn the direction of what follows: a name must not rearrange a mail or a page. */
const controlCharacters = /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** Control characters other than tab and line break. */
const controlsBeyondLayout = /[\u0000-\u0008\u000b-\u001f\u007f]/;

const wellFormed = (text: string): boolean => text.isWellFormed();

/** One line of text: no control characters, no blank ends, no lone surrogates. Lengths are in UTF-16 units. */
export function line(min: number, max: number) {
  return z.string().check(
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
    z.refine((text) => !controlCharacters.test(text) && wellFormed(text), 'one-line'),
  );
}

/** Text with line breaks (any system's, kept as `\n`) and tabs, otherwise as `line`. */
export function prose(min: number, max: number) {
  return z.string().check(
    z.overwrite((text: string) => text.replaceAll(/\r\n?/g, '\n')),
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
    z.refine((text) => !controlsBeyondLayout.test(text) && wellFormed(text), 'text'),
  );
}

export const tenantId = z.string().check(z.regex(tenantIdPattern));
/** A document id of ours or a uid: no slash, no dots alone, no double underscores at both ends. */
export const documentId = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(128),
    z.regex(/^(?!\.{1,2}$)(?!__.*__$)[^/\u0000-\u001f\u007f]+$/),
    z.refine(wellFormed),
  );
export const slug = z.string().check(z.minLength(3), z.maxLength(40), z.regex(slugPattern));
export const name = line(1, 120);
export const sku = line(1, 40);
export const description = prose(0, 5_000);
export const orderText = prose(0, 1_000);
export const message = prose(0, 1_000);
export const reason = prose(1, 500);
export const noteText = prose(1, 5_000);
export const idempotencyKey = z.string().check(z.minLength(1), z.maxLength(100), z.refine(wellFormed));
/**
 * An address with letters of any script before and after the @, and nothing that a mail header or a URL would read as
 * more than one address: no quotes, no brackets, no port.
 */
const emailPattern =
  /^(?!\.)(?!.*\.\.)(?!.*\.@)[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u;
export const email = z.string().check(z.trim(), z.maxLength(254), z.regex(emailPattern), z.refine(wellFormed));
/** A price in the currency's minor units. */
export const unitAmount = z.int().check(z.minimum(0), z.maximum(99_999_999));
/** Pieces in stock. */
export const stockLimit = 1_000_000;
export const stock = z.int().check(z.minimum(0), z.maximum(stockLimit));
/** Pieces of one product in one order. */
export const quantityLimit = 10_000;
export const quantity = z.int().check(z.minimum(1), z.maximum(quantityLimit));
/** A hue of the colour wheel in degrees, from which a tenant's accent is made. */
export const hue = z.int().check(z.minimum(0), z.maximum(359));
export const secret = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[A-Za-z0-9_-]+$/));

/** A currency that `Intl` knows, in ISO 4217 capitals. */
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/), z.refine(isKnownCurrency, 'currency'));
/** A language tag that `Intl` understands. */
export const locale = z.string().check(z.maxLength(35), z.refine(isKnownLocale, 'locale'));
/** An IANA time zone that `Intl` knows. */
export const timeZone = z.string().check(z.maxLength(60), z.refine(isKnownTimeZone, 'time-zone'));

function isKnownCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

function isKnownLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
}

function isKnownTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Why a slug can't be taken, or `undefined` when its form is good. */
export function slugProblem(candidate: string): 'slug-length' | 'slug-form' | 'slug-reserved' | undefined {
  if (candidate.length < 3 || candidate.length > 40) return 'slug-length';
  if (!slugPattern.test(candidate)) return 'slug-form';
  return reservedSlugs.has(candidate) ? 'slug-reserved' : undefined;
}

/**
 * The address as two people would compare it: NFC, lower case, an IDNA domain in ASCII; nothing else folded, so that
 * dots, what follows a plus, and letters that only look alike stay apart. The same in browsers and in Node.
 */
export function normalizeEmail(address: string): string {
  const text = address.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  return at < 1 ? lowerCase(text) : `${lowerCase(text.slice(0, at))}@${asciiDomain(text.slice(at + 1))}`;
}

/** Lower case can part what NFC had joined. */
function lowerCase(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** The domain as IDNA spells it, which folds capitals by rules of its own (a final sigma among them). */
function asciiDomain(domain: string): string {
  // A URL's host takes escapes, ports, paths and numbers that no domain has: what holds one is left as it is.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || /(^|\.)(0x[\da-f]*|\d+)\.?$/i.test(domain)) return lowerCase(domain);
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return lowerCase(domain);
  }
}
