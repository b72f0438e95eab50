/** Somebody who is there when `npm start` begins without data; the sign-in page offers each with one click. */
export type DemoPerson = { readonly name: string; readonly email: string; readonly what: string };

export const people = {
  owner: { name: 'Olga Nord', email: 'olga@nord-coffee.example', what: 'Owner of Nord Coffee' },
  admin: { name: 'Anders Holm', email: 'anders@nord-coffee.example', what: 'Admin of Nord Coffee' },
  member: { name: 'Mia Lind', email: 'mia@nord-coffee.example', what: 'Member of Nord Coffee and of Bright Books' },
  viewer: { name: 'Viktor Dahl', email: 'viktor@nord-coffee.example', what: 'Viewer of Nord Coffee' },
  customer: { name: 'Clara Berg', email: 'clara@customer.example', what: 'Customer of both shops' },
  newCustomer: { name: 'Noah Falk', email: 'noah@customer.example', what: 'Customer of Nord Coffee' },
  otherOwner: { name: 'Ben Bright', email: 'ben@bright-books.example', what: 'Owner of Bright Books' },
  operator: { name: 'Oscar Platt', email: 'oscar@tenantry.example', what: 'Operator of the platform' },
} as const satisfies Record<string, DemoPerson>;

export const demoPeople: readonly DemoPerson[] = Object.values(people);
