const nothing = 'Null value error.';
const missing = 'A property is undefined on object.';

/**
 * What may go wrong while the rules are evaluated, by the expression in which it does, and why it is meant to: an error
 * denies, and where it stands beside a `||` the other side decides. Whatever is not listed here is a mistake.
 */
export const expectedErrors: Readonly<Record<string, { readonly error: string; readonly why: string }>> = {
  'request.auth.uid': { error: nothing, why: 'Nobody is signed in.' },
  'request.auth.token': { error: nothing, why: 'Nobody is signed in.' },
  'request.auth.token.operator': { error: missing, why: 'The token claims nothing of it.' },
  claim: { error: nothing, why: 'The claim for the tenant is null.' },
  role: { error: nothing, why: 'The claim for the tenant is null, and so is its role.' },
  'definitions[role]': { error: missing, why: 'The role is not defined, or no longer.' },
  'access.support[request.auth.uid]': { error: missing, why: 'The person did not walk in.' },
  'resource.data.status': { error: missing, why: 'A query does not say which products it asks for.' },
  'resource.data.customerUid': { error: missing, why: 'A query does not say whose orders it asks for.' },
  ...Object.fromEntries(
    ['name', 'description', 'unitAmount', 'status', 'updatedAt', 'updatedBy'].map((field) => [
      `product.${field}`,
      { error: missing, why: 'An update takes the field out.' },
    ]),
  ),
  ...Object.fromEntries(
    ['text', 'updatedAt'].map((field) => [
      `note.${field}`,
      { error: missing, why: 'A note has it not, or an update takes it out.' },
    ]),
  ),
  // The parameters of functions that are given a field which is not there.
  text: { error: missing, why: 'A text that has to be there is not.' },
  time: { error: missing, why: 'A stamp is missing.' },
  uid: { error: missing, why: 'A signature is missing.' },
};

/** What no request comes to, by the function it stands in, and why it is there nevertheless. */
export const expectedUnreached: Readonly<Record<string, string>> = {
  'feature in get(/databases/$(database)/documents/tenants/$(tenant)/system/access).data.features':
    'hasFeature is there for collections that a fork adds; feature-gate.test.ts calls it.',
};
