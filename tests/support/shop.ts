import type { OrderDocument, ProductDocument } from '@tenantry/model/documents/business';
import type { CountersDocument } from '@tenantry/model/documents/tenants';
import type { ApiInput } from '@tenantry/model/operations/api';
import { randomUUID } from 'node:crypto';
import { database, readDocument } from './database.ts';
import { newPerson, newTenant, type Person } from './people.ts';

/** A business that sells: what tests of products and orders begin with, and what they read back. */
export class Shop {
  readonly owner: Person;
  readonly tenantId: string;
  readonly slug: string;

  constructor({ owner, tenantId, slug }: { owner: Person; tenantId: string; slug: string }) {
    this.owner = owner;
    this.tenantId = tenantId;
    this.slug = slug;
  }

  /** Somebody who joined as a customer, with a token that says so. */
  async customer(name = 'customer'): Promise<Person> {
    const person = await newPerson(name);
    await person.call('joinAsCustomer', { slug: this.slug });
    return person.refresh();
  }

  /** Somebody of the team: a customer whose role the owner has changed. */
  async staff(role: string): Promise<Person> {
    const person = await this.customer(role);
    await this.owner.call('setMemberRole', { tenantId: this.tenantId, uid: person.uid, role });
    return person.refresh();
  }

  /** A product that is for sale unless told otherwise; its id. */
  async product(fields: Partial<ApiInput<'createProduct'>> = {}): Promise<string> {
    const input = { tenantId: this.tenantId, sku: randomUUID(), name: 'Tea', unitAmount: 450, stock: 10, ...fields };
    return (await this.owner.call('createProduct', { status: 'published', ...input })).productId;
  }

  /** The input of an order for one product or several, with a key of its own. */
  order(...lines: (readonly [productId: string, quantity: number])[]): ApiInput<'placeOrder'> {
    return {
      tenantId: this.tenantId,
      lines: lines.map(([productId, quantity]) => ({ productId, quantity })),
      idempotencyKey: randomUUID(),
    };
  }

  async stockOf(productId: string): Promise<number | undefined> {
    return (await this.readProduct(productId))?.stock;
  }

  readProduct(productId: string): Promise<ProductDocument | undefined> {
    return this.#read<ProductDocument>(`products/${productId}`);
  }

  readOrder(orderId: string): Promise<OrderDocument | undefined> {
    return this.#read<OrderDocument>(`orders/${orderId}`);
  }

  /** Every order of the shop, by number. */
  async readOrders(): Promise<(OrderDocument & { id: string })[]> {
    const found = await database().collection(`tenants/${this.tenantId}/orders`).orderBy('number').get();
    return found.docs.map((document) => ({ ...(document.data() as OrderDocument), id: document.id }));
  }

  async readCounters(): Promise<CountersDocument> {
    const counters = await this.#read<CountersDocument>('system/counters');
    if (!counters) throw new Error('The shop has no counters.');
    return counters;
  }

  /** Sets what the plan allows, as billing will. */
  async limit(limits: Partial<Record<'products' | 'ordersPerMonth', number>>): Promise<void> {
    const changes = Object.fromEntries(Object.entries(limits).map(([key, limit]) => [`limits.${key}`, limit]));
    await database().doc(`tenants/${this.tenantId}`).update(changes);
  }

  #read<Data>(path: string): Promise<Data | undefined> {
    return readDocument(`tenants/${this.tenantId}/${path}`) as Promise<Data | undefined>;
  }
}

export async function newShop(name?: string): Promise<Shop> {
  return new Shop(await newTenant(name));
}
