import type { Equivalent } from '../../../scripts/rules-mutants/runner/equivalents.ts';

/** Changes of one kind in one place, which no request can tell for one reason. */
function alike(operator: string, place: string, changes: readonly string[], reason: string): readonly Equivalent[] {
  return changes.map((change) => ({ operator, place, change, reason }));
}

const product = '/tenants/{tenant}/products/{product} allow update';
const note = '/tenants/{tenant}/orders/{order}/notes/{note} allow';

/** Mutants of `firestore.rules` that no request can tell from it, and why. */
export const equivalents: readonly Equivalent[] = [
  // The condition of a right that looks at the document before and after denies by an error where one is missing.
  ...alike(
    'add-method',
    product,
    ['get', 'list', 'delete'].map((verb) => `update → update, ${verb}`),
    'a read and a delete bring no document: request.resource.data is an error in changesOnly, and an error denies',
  ),
  ...alike(
    'add-method',
    product,
    ['update → update, create'],
    'before a creation there is no document: resource.data is an error in changesOnly, and an error denies',
  ),

  ...alike(
    'add-method',
    `${note} update`,
    ['get', 'list', 'delete'].map((verb) => `update → update, ${verb}`),
    'a read and a delete bring no document: request.resource.data is an error in changesOnly, and an error denies',
  ),
  ...alike(
    'add-method',
    `${note} update`,
    ['update → update, create'],
    'before a creation there is no document: resource.data.authorUid is an error, and an error denies',
  ),
  ...alike(
    'add-method',
    `${note} create`,
    ['get', 'list', 'delete'].map((verb) => `create → create, ${verb}`),
    'a read and a delete bring no document: request.resource.data is an error in holdsOnly, and an error denies',
  ),

  ...alike(
    'add-method',
    `${note} delete`,
    ['delete → delete, create'],
    'before a creation there is no document: resource.data.authorUid is an error, and an error denies',
  ),
  ...alike(
    'resource',
    `${note} update`,
    ['resource → request.resource'],
    'changesOnly lets the author be nobody else: it is the same before and after',
  ),

  // Roles whose holders may the same by the other side of an `||`.
  ...alike(
    'shorten-list',
    'canReadPublishedProduct()',
    ["'owner', → nothing", "'admin', → nothing", "'member', → nothing", "'viewer', → nothing"],
    'it is asked beside canReadProduct alone, which lets these roles read every product',
  ),
  ...alike(
    'shorten-list',
    'canReadPublishedProduct()',
    ["'support', → nothing", ", 'support-people' → nothing"],
    'it is asked beside canReadProduct alone, which lets support read every product',
  ),
  ...alike(
    'shorten-list',
    'canReadOwnOrder()',
    ["'owner', → nothing", "'admin', → nothing", "'member', → nothing", "'viewer', → nothing"],
    'it is asked beside canReadOrder alone, which lets these roles read every order',
  ),
  ...alike(
    'lengthen-list',
    'canReadOwnOrder()',
    ["nothing → 'support-people'"],
    'it is asked beside canReadOrder alone, which lets this scope read every order',
  ),
  ...alike(
    'shorten-list',
    'builtInRoles()',
    ["'owner', → nothing", "'admin', → nothing"],
    'these roles hold every permission that the rules ask for: a definition under their names could add none',
  ),

  // Edges that no request can stand on.
  ...alike(
    'comparison',
    'isMember()',
    ['== → <='],
    'a claim of fewer than two has no claim[1], which is asked next: an error, and an error denies',
  ),
  ...alike(
    'comparison',
    'isSupport()',
    ['> → >='],
    'only a request that is judged at the very nanosecond of the expiry could tell, and no client chooses its own',
  ),

  // What stands in for a value that is not there.
  ...alike(
    'member',
    'isSupport()',
    ['time → auth'],
    'it stands for the visit of who made none: what is no time is no visit, as this moment is none that lasts',
  ),

  // What a batch leaves behind is what lay there.
  ...alike(
    'relative',
    'mayWrite()',
    ['get → getAfter'],
    'no client may write an access document, and a batch that tries is refused whole: it is the same before and after',
  ),
  ...alike(
    'relative',
    `${note} create`,
    ['exists → existsAfter'],
    'no client may write an order, and a batch that tries is refused whole: it is there before if it is there after',
  ),
];
