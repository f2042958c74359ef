/** The repository and the five handlers of one module, as source text: injected dependencies and real bodies. */
export function moduleHandlers(noun: string, reliable: boolean): string {
  return `/** Where ${noun}s are kept. */
export interface ${noun}Repository {
  get(id: string): Promise<${noun}View | undefined>;
  put(view: ${noun}View): Promise<void>;
  byCustomer(customerId: CustomerId): Promise<readonly ${noun}View[]>;
}

/** @service */
export class InMemory${noun}Repository implements ${noun}Repository {
  readonly #views = new Map<string, ${noun}View>();

  async get(id: string): Promise<${noun}View | undefined> {
    return this.#views.get(id);
  }

  async put(view: ${noun}View): Promise<void> {
    this.#views.set(view.id, view);
  }

  async byCustomer(customerId: CustomerId): Promise<readonly ${noun}View[]> {
    return [...this.#views.values()].filter((view) => view.customerId === customerId);
  }
}

export class Open${noun}Handler implements RequestHandler<Open${noun}> {
  constructor(
    private readonly repository: ${noun}Repository,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async handle(command: Open${noun}, context: MessageContext): Promise<Result<Opened${noun}>> {
    if (command.lines.length === 0) return fail('VALIDATION_FAILED', 'a ${noun} needs at least one line');
    if (command.lines.length > this.settings.limit) return fail('VALIDATION_FAILED', 'too many lines');
    const amount = command.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice.amount - (line.discount ?? 0), 0);
    const id = \`${noun}-\${context.messageId}\`;
    await this.repository.put({
      id,
      customerId: command.customerId,
      status: 'draft',
      priority: command.priority,
      lines: command.lines,
      address: command.address,
      labels: command.labels,
      payment: command.payment ?? null,
      revision: 1n,
      balances: new Map([[this.settings.currency, amount]]),
      createdAt: this.clock.now(),
    });
    return ok({ id, total: { amount, currency: this.settings.currency }, revision: 1n });
  }
}

export class Change${noun}Handler implements RequestHandler<Change${noun}> {
  constructor(
    private readonly repository: ${noun}Repository,
    private readonly audit: AuditTrail,
  ) {}

  async handle(command: Change${noun}): Promise<Result<${noun}Summary>> {
    const current = await this.repository.get(command.id);
    if (current === undefined) return fail('NOT_FOUND', \`no ${noun} \${command.id}\`);
    if (current.revision !== command.expectedRevision) return fail('CONFLICT', \`${noun} \${command.id} has moved on\`);
    const entry = this.audit.record(current.customerId, Severity.Info, 'change', String(command.reason));
    const next: ${noun}View = {
      ...current,
      address: { ...current.address, ...command.address },
      balances: new Map([...current.balances, ...command.balances]),
      status: command.status ?? current.status,
      revision: current.revision + 1n,
      updatedAt: entry.at,
    };
    await this.repository.put(next);
    return ok({ id: next.id, status: next.status, priority: next.priority, createdAt: next.createdAt });
  }
}

export class Close${noun}Handler implements RequestHandler<Close${noun}> {
  constructor(
    private readonly repository: ${noun}Repository,
    private readonly audit: AuditTrail,
  ) {}

  async handle(command: Close${noun}, context: MessageContext): Promise<Result> {
    const current = await this.repository.get(command.id);
    if (current === undefined) return fail('NOT_FOUND', \`no ${noun} \${command.id}\`);
    const closed: ${noun}View = { ...current, status: 'closed', revision: current.revision + 1n, updatedAt: command.at };
    context.unitOfWork.enlist({ commit: () => this.repository.put(closed) });
    for (const person of command.confirmedBy) this.audit.record(person, command.severity, command.reason ?? 'requested');
    return ok();
  }
}

export class Find${noun}sHandler implements RequestHandler<Find${noun}s> {
  constructor(
    private readonly repository: ${noun}Repository,
    private readonly settings: Settings,
  ) {}

  async handle(query: Find${noun}s): Promise<Result<Page<${noun}View>>> {
    const size = Math.min(query.page.size, this.settings.limit);
    const all = await this.repository.byCustomer(query.customerId);
    const since = query.since?.getTime() ?? 0;
    const wanted = all.filter((view) => query.statuses.includes(view.status) && view.createdAt.getTime() >= since);
    if (query.page.direction === 'descending') wanted.reverse();
    const start = query.page.after === null ? 0 : wanted.findIndex((view) => view.id === query.page.after) + 1;
    const items = wanted.slice(start, start + size);
    const last = items.at(-1);
    return ok(last === undefined ? { items, total: wanted.length } : { items, total: wanted.length, next: last.id });
  }
}

export class On${noun}StatusChanged implements EventHandler<${noun}StatusChanged> {
  constructor(
    private readonly repository: ${noun}Repository,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async handle(event: ${noun}StatusChanged${reliable ? ', context: MessageContext' : ''}): Promise<void> {
    const current = await this.repository.get(event.id);
    if (current === undefined || current.status === event.to) return;
    this.audit.record(${reliable ? 'context.correlationId' : "'system'"}, event.audit.severity, event.from, event.to);
    await this.repository.put({ ...current, status: event.to, payment: event.payment, updatedAt: this.clock.now() });
  }
}
`;
}
