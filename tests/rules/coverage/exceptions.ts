const nothing = 'Null value error.';
const noSuch = (name: string): string => `Function not found error: Name: [${name}].`;
const missing = 'A property is undefined on object.';

/** An expression that goes wrong, how, and why it is meant to. */
export type ExpectedError = { readonly at: string; readonly error: string; readonly why: string };

/**
 * What may go wrong while the rules are evaluated: an error denies, and where it stands beside a `||` the other side
 * decides. Whatever is not listed here is a mistake.
 */
export const expectedErrors: readonly ExpectedError[] = [
  { at: 'request.auth.uid', error: nothing, why: 'Nobody is signed in.' },
  { at: 'request.auth.token', error: nothing, why: 'Nobody is signed in.' },
  { at: 'visit', error: nothing, why: 'Nobody is signed in, and so nobody came in.' },
  { at: 'claim', error: nothing, why: 'The claim for the tenant is null.' },
  { at: 'role', error: nothing, why: 'The claim for the tenant is null, and so is its role.' },
  { at: 'definitions[role]', error: missing, why: 'The role is not defined, or no longer.' },
  { at: 'resource.data.status', error: missing, why: 'A query does not say which products it asks for.' },
  { at: 'resource.data.customerUid', error: missing, why: 'A query does not say whose orders it asks for.' },
  ...['name', 'description', 'unitAmount', 'status', 'updatedAt', 'updatedBy'].map((field) => ({
    at: `product.${field}`,
    error: missing,
    why: 'An update takes the field out.',
  })),
  ...['text', 'updatedAt'].map((field) => ({
    at: `note.${field}`,
    error: missing,
    why: 'A note has it not, or an update takes it out.',
  })),
  ...['authorUid', 'createdAt'].map((field) => ({
    at: `request.resource.data.${field}`,
    error: missing,
    why: 'A new note has it not.',
  })),
  // What is no text has no `matches`, and a number no size: that is how it is told.
  ...[
    "text.matches('[\\\\s\\\\p{Z}\\\\x{feff}]*')",
    "text.matches('(?s).*[\\\\x00-\\\\x1f\\\\x7f\\\\x{2028}-\\\\x{202e}\\\\x{2066}-\\\\x{2069}].*')",
    "text.matches('(?s).*[\\\\x00-\\\\x08\\\\x0b-\\\\x1f\\\\x7f].*')",
  ].flatMap((at) => [
    { at, error: noSuch('matches'), why: 'A name, a description or a note is no text.' },
    { at, error: nothing, why: 'A name, a description or a note is null.' },
  ]),
  { at: 'text.size()', error: noSuch('size'), why: 'A name, a description or a note is a number or a flag.' },
  { at: 'text.size()', error: nothing, why: 'A name, a description or a note is null.' },
  // The parameters of functions that are given a field which is not there.
  { at: 'text', error: missing, why: 'A text that has to be there is not.' },
  { at: 'time', error: missing, why: 'A stamp is missing.' },
  { at: 'uid', error: missing, why: 'A signature is missing.' },
];

/** What no request comes to, by the function it stands in, and why it is there nevertheless. */
export const expectedUnreached: Readonly<Record<string, string>> = {
  'key in get(/databases/$(database)/documents/tenants/$(tenant)/system/access).data.features':
    'feature is there for collections that a fork adds; feature-gate.test.ts calls it.',
};
