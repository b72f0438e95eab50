import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../paths.ts';
import { businesses, type Business } from './businesses.ts';
import { Client } from './client.ts';
import { people, type DemoPerson } from './people.ts';

type Environment = Readonly<Record<string, string>>;

/** A demo business as it stands after `open`. */
class Shop {
  readonly #environment: Environment;
  readonly #products = new Map<string, string>();
  readonly #slug: string;
  readonly owner: Client;
  readonly tenantId: string;

  private constructor(environment: Environment, owner: Client, tenantId: string, slug: string) {
    this.#environment = environment;
    this.owner = owner;
    this.tenantId = tenantId;
    this.#slug = slug;
  }

  static async open(environment: Environment, by: DemoPerson, business: Business): Promise<Shop> {
    const owner = await Client.signIn(environment, by);
    const { tenantId, slug } = await owner.call('createTenant', business.tenant);
    await owner.refresh();
    const shop = new Shop(environment, owner, tenantId, slug);
    await owner.call('updateTenant', {
      tenantId,
      branding: { hue: business.hue },
      orderText: business.orderText,
      joinOpen: true,
    });
    for (const product of business.products) {
      const { productId } = await owner.call('createProduct', { tenantId, ...product });
      shop.#products.set(product.sku, productId);
    }
    return shop;
  }

  /** Somebody joins as a customer, and is given another role where one is named. */
  async join(person: DemoPerson, role?: 'admin' | 'member' | 'viewer'): Promise<Client> {
    const client = await Client.signIn(this.#environment, person);
    await client.call('joinAsCustomer', { slug: this.#slug });
    if (role) await this.owner.call('setMemberRole', { tenantId: this.tenantId, uid: client.uid, role });
    return client.refresh();
  }

  /** Answers the order's id. */
  async order(
    by: Client,
    quantities: Readonly<Record<string, number>>,
    extra: { message?: string; customerName?: string } = {},
  ): Promise<string> {
    const lines = Object.entries(quantities).map(([sku, quantity]) => ({
      productId: this.#products.get(sku) ?? sku,
      quantity,
    }));
    const input = { tenantId: this.tenantId, lines, idempotencyKey: crypto.randomUUID(), ...extra };
    return (await by.call('placeOrder', input)).orderId;
  }
}

/** Fills an empty stack with two businesses, their people and some orders, through the operations that the web calls. */
export async function seed(environment: Environment): Promise<void> {
  await Promise.all([seedCoffee(environment), seedBooks(environment), seedOperator(environment)]);
  // What was sold is counted, as it is every hour where schedules run.
  runScript(environment, 'schedule.ts', 'rollUpUsage');
}

async function seedCoffee(environment: Environment): Promise<void> {
  const shop = await Shop.open(environment, people.owner, businesses.coffee);
  const { owner, tenantId } = shop;
  await shop.join(people.admin, 'admin');
  const member = await shop.join(people.member, 'member');
  await shop.join(people.viewer, 'viewer');
  const clara = await shop.join(people.customer);
  const noah = await shop.join(people.newCustomer);
  await owner.call('inviteMember', {
    tenantId,
    email: 'hanna@nord-coffee.example',
    role: 'member',
    message: 'Welcome to the roastery!',
  });

  const fulfilled = [
    await shop.order(clara, { 'ETH-250': 2, 'V60-02': 1 }),
    await shop.order(noah, { 'BRA-250': 1 }),
    await shop.order(member, { 'MUG-01': 1 }),
    await shop.order(member, { 'BRA-250': 2, 'V60-02': 1 }, { customerName: 'Frau Petersen' }),
  ];
  for (const orderId of fulfilled) await member.call('fulfillOrder', { tenantId, orderId });
  const cancelled = await shop.order(noah, { 'COL-250': 1 });
  await noah.call('cancelOrder', { tenantId, orderId: cancelled, reason: 'Ordered the wrong grind.' });
  await shop.order(clara, { 'COL-250': 1, 'MUG-01': 2 }, { message: 'Please wrap the mugs, they are a present.' });
  await shop.order(noah, { 'ETH-1000': 1 });
}

async function seedBooks(environment: Environment): Promise<void> {
  const shop = await Shop.open(environment, people.otherOwner, businesses.books);
  await shop.join(people.member, 'member');
  const clara = await shop.join(people.customer);
  await shop.order(clara, { '9780141441146': 1 });
}

async function seedOperator(environment: Environment): Promise<void> {
  await Client.signIn(environment, people.operator);
  runScript(environment, 'admin.ts', 'operator:add', people.operator.email);
}

/** One of the project's commands, as somebody would call it. Throws with its words when it fails. */
function runScript(environment: Environment, script: string, ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts', script), ...words], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} failed: ${stdout}${stderr}`);
}
