/** The strictest of a tenant's holds, from open to shut. */
export const tenantStatuses = ['active', 'readonly', 'suspended', 'deleting'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

/** Who can hold a tenant back. They are kept apart: lifting one lifts no other. */
export const holdKinds = ['operator', 'billing', 'deletion'] as const;
export type HoldKind = (typeof holdKinds)[number];

export type Holds = Readonly<Record<HoldKind, TenantStatus>>;

export const noHolds: Holds = { operator: 'active', billing: 'active', deletion: 'active' };

/** The status that follows from the holds: the strictest one. This is the only place that computes it. */
export function statusOf(holds: Holds): TenantStatus {
  const strictest = Math.max(...holdKinds.map((kind) => tenantStatuses.indexOf(holds[kind])));
  return tenantStatuses[strictest] ?? 'suspended';
}

/** Who holds a tenant back. */
export function holdersOf(holds: Holds): HoldKind[] {
  return holdKinds.filter((kind) => holds[kind] !== 'active');
}

/**
 * What an operation is to a status: design, section 3, the table of statuses.
 * `work` is the default; the rest names what still goes on when a tenant is held back.
 */
export const statusGates = {
  /** Everyday work: only an active tenant. */
  work: ['active'],
  /** Letting go: removing and demoting people, cancelling orders, support. */
  release: ['active', 'readonly'],
  /** An owner's billing: as long as nothing is being deleted. */
  billing: ['active', 'readonly', 'suspended'],
  /** An owner's request to delete. */
  deletion: ['active', 'readonly', 'suspended'],
  /** An owner's change of mind. */
  undelete: ['active', 'readonly', 'suspended', 'deleting'],
  /** An owner's export, and anyone's leaving. */
  always: ['active', 'readonly', 'suspended', 'deleting'],
} as const satisfies Record<string, readonly TenantStatus[]>;

export type StatusGate = keyof typeof statusGates;

export function passesGate(gate: StatusGate, status: TenantStatus): boolean {
  return (statusGates[gate] as readonly TenantStatus[]).includes(status);
}
