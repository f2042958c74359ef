/** The payload types of one module, as source text: one of each construct that codecs have to deal with. */
export function moduleTypes(noun: string): string {
  return `/** One line of a ${noun}. */
export interface ${noun}Line {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly category: 'book' | 'food' | 'toy' | 'tool';
  readonly discount?: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Where a ${noun} goes. */
export interface ${noun}Address {
  readonly street: string;
  readonly city: string;
  readonly postalCode: string | null;
  readonly location: readonly [number, number];
  readonly contact?: { readonly name: string; readonly phone?: string };
}

/** A tree of labels. */
export interface ${noun}Label {
  readonly text: string;
  readonly weight: number;
  readonly children: readonly ${noun}Label[];
}

export interface ${noun}CardPayment {
  readonly kind: 'card';
  readonly token: string;
  readonly expires: readonly [number, number];
}

export interface ${noun}TransferPayment {
  readonly kind: 'transfer';
  readonly iban: string;
  readonly reference?: string;
  readonly valueDate: Date;
}

export interface ${noun}VoucherPayment {
  readonly kind: 'voucher';
  readonly codes: ReadonlySet<string>;
  readonly remaining: bigint;
}

/** How a ${noun} is paid. */
export type ${noun}Payment = ${noun}CardPayment | ${noun}TransferPayment | ${noun}VoucherPayment;

export type ${noun}Status = 'draft' | 'active' | 'suspended' | 'closed';

/** A ${noun} as it is stored and shown. */
export interface ${noun}View {
  readonly id: string;
  readonly customerId: CustomerId;
  readonly status: ${noun}Status;
  readonly priority: Priority;
  readonly lines: readonly ${noun}Line[];
  readonly address: ${noun}Address;
  readonly labels: readonly ${noun}Label[];
  readonly payment: ${noun}Payment | null;
  readonly revision: bigint;
  readonly balances: ReadonlyMap<string, number>;
  readonly createdAt: Date;
  readonly updatedAt?: Date;
}

/** What a list shows of a ${noun}. */
export type ${noun}Summary = Pick<${noun}View, 'id' | 'status' | 'priority' | 'createdAt'>;
`;
}

/** The three commands, the query and the event of one module, as source text. */
export function moduleMessages(noun: string, reliable: boolean): string {
  return `/** Opens a ${noun}. @timeout 5s */
export interface Open${noun} extends Command<Opened${noun}> {
  readonly customerId: CustomerId;
  readonly priority: Priority;
  readonly lines: readonly ${noun}Line[];
  readonly address: ${noun}Address;
  readonly labels: readonly ${noun}Label[];
  readonly payment?: ${noun}Payment;
  readonly attachment: Uint8Array;
  readonly note: string | null;
}

export interface Opened${noun} {
  readonly id: string;
  readonly total: Money;
  readonly revision: bigint;
}

/** Changes a ${noun}. @idempotencyKey id */
export interface Change${noun} extends Command<${noun}Summary> {
  readonly id: string;
  readonly expectedRevision: bigint;
  readonly address: Partial<${noun}Address>;
  readonly balances: Map<string, number>;
  readonly status?: ${noun}Status;
  readonly reason: string | number;
}

/** Closes a ${noun}. */
export interface Close${noun} extends Command {
  readonly id: string;
  readonly at: Date;
  readonly severity: Severity;
  readonly reason?: 'duplicate' | 'expired' | 'requested';
  readonly confirmedBy: Set<string>;
}

/** Lists what a customer has. */
export interface Find${noun}s extends Query<Page<${noun}View>> {
  readonly customerId: CustomerId;
  readonly statuses: readonly ${noun}Status[];
  readonly page: PageRequest;
  readonly since?: Date;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A ${noun} has changed its status. */
export interface ${noun}StatusChanged extends ${reliable ? 'ReliableEvent' : 'DomainEvent'} {
  readonly id: string;
  readonly from: ${noun}Status;
  readonly to: ${noun}Status;
  readonly audit: AuditEntry;
  readonly payment: ${noun}Payment | null;
  readonly totals: ReadonlyMap<string, Money>;
}
`;
}
