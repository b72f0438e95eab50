import { badRequest, notImplemented, unknownParameter, missingParameter } from './errors.ts';
import type { Fields, Raw } from './form.ts';

/** How one parameter is read. Throws Stripe's error for what it cannot be. */
export type Kind<T> = { readonly read: (value: Raw, param: string) => T; readonly isRequired?: true };
export type Table = Readonly<Record<string, Kind<unknown>>>;
/** What a table of parameters for one of the SDK's types has to name: every key of it. */
/** That a type of the SDK's has no parameter at all. */
export type NoneOf<Params> = [keyof Params] extends [never] ? typeof noParameters : never;
export type TableOf<Params> = Record<keyof Required<Params>, Kind<unknown>>;

type Read<K> = K extends Kind<infer T> ? T : never;
type Needed<T extends Table> = { [K in keyof T]: T[K] extends { readonly isRequired: true } ? K : never }[keyof T];
export type Parsed<T extends Table> = { readonly [K in Needed<T>]: Read<T[K]> } & {
  readonly [K in Exclude<keyof T, Needed<T>>]?: Read<T[K]>;
};

export const noParameters: Readonly<Record<string, never>> = {};

/** The parameters of a request by their table: unknown ones refused, required ones demanded. */
export function readAll<T extends Table>(fields: Fields, table: T, within = ''): Parsed<T> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const param = within ? `${within}[${name}]` : name;
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!kind) throw unknownParameter(param);
    read[name] = kind.read(value, param);
  }
  for (const [name, kind] of Object.entries(table)) {
    if (kind.isRequired && !Object.hasOwn(read, name)) throw missingParameter(within ? `${within}[${name}]` : name);
  }
  return read as Parsed<T>;
}

export const required = <T>(kind: Kind<T>): Kind<T> & { readonly isRequired: true } => ({ ...kind, isRequired: true });

export const text: Kind<string> = {
  read: (value, param) => {
    if (typeof value !== 'string') throw badRequest(`Invalid string: ${JSON.stringify(value)}`, param);
    if (value.length > 5000)
      throw badRequest(`Invalid string: ${value.slice(0, 40)}…; must be at most 5000 characters`, param);
    return value;
  },
};

/** Text that says something. */
export const name: Kind<string> = {
  read: (value, param) => {
    const read = text.read(value, param);
    if (read !== '') return read;
    throw badRequest(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      param,
      'parameter_invalid_empty',
    );
  },
};

export const integer: Kind<number> = {
  read: (value, param) => {
    if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
    throw badRequest(
      `Invalid integer: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      param,
      'parameter_invalid_integer',
    );
  },
};

export const natural: Kind<number> = {
  read: (value, param) => {
    const read = integer.read(value, param);
    if (read < 0)
      throw badRequest('This value must be greater than or equal to 0.', param, 'parameter_invalid_integer');
    return read;
  },
};

export const boolean: Kind<boolean> = {
  read: (value, param) => {
    if (value === 'true' || value === 'false') return value === 'true';
    throw badRequest(`Invalid boolean: ${typeof value === 'string' ? value : JSON.stringify(value)}`, param);
  },
};

/** What the double does not have, and may be told not to. */
export const off: Kind<false> = {
  read: (value, param) => {
    if (boolean.read(value, param)) throw notImplemented(param);
    return false;
  },
};

export const oneOf = <const T extends string>(...values: readonly T[]): Kind<T> => ({
  read: (value, param) => {
    const found = values.find((each) => each === value);
    if (found !== undefined) return found;
    throw badRequest(`Invalid ${param}: must be one of ${values.join(', ')}`, param);
  },
});

/** An empty text unsets: null. */
export const emptyable = <T>(kind: Kind<T>): Kind<T | null> => ({
  read: (value, param) => (value === '' ? null : kind.read(value, param)),
});

export const either = <A, B>(first: Kind<A>, second: Kind<B>): Kind<A | B> => ({
  read: (value, param) => {
    try {
      return first.read(value, param);
    } catch {
      return second.read(value, param);
    }
  },
});

export const object = <T extends Table>(table: T): Kind<Parsed<T>> => ({
  read: (value, param) => {
    if (typeof value === 'string') throw badRequest(`Invalid object`, param);
    return readAll(value, table, param);
  },
});

export const list = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  read: (value, param) => {
    if (typeof value === 'string') throw badRequest(`Invalid array`, param);
    return Object.entries(value).map(([index, each]) => kind.read(each, `${param}[${index}]`));
  },
});

/** Texts by names that the caller chooses. */
export const texts: Kind<Readonly<Record<string, string>>> = {
  read: (value, param) => {
    if (typeof value === 'string') throw badRequest(`Invalid object`, param);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, text.read(each, `${param}[${key}]`)]));
  },
};

export const metadata = emptyable(texts);

const refusal: Kind<never> = {
  read: (_, param) => {
    throw notImplemented(param);
  },
};

/** Parameters of Stripe's that the double does not have. */
export function refused<const K extends string>(...names: readonly K[]): Record<K, Kind<never>> {
  return Object.fromEntries(names.map((each) => [each, refusal])) as Record<K, Kind<never>>;
}
