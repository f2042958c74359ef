import type { HistoryEntry } from './messages.ts';

/**
 * What happened to each order, gathered from its events.
 *
 * Reliable events come at least once: an entry that is already there, by the id of its event, is not added again.
 *
 * @service
 */
export class OrderHistory {
  readonly #entries = new Map<string, Map<string, HistoryEntry>>();

  record(orderId: string, eventId: string, entry: HistoryEntry): void {
    const entries = this.#entries.get(orderId) ?? new Map<string, HistoryEntry>();
    if (!entries.has(eventId)) entries.set(eventId, entry);
    this.#entries.set(orderId, entries);
  }

  of(orderId: string): readonly HistoryEntry[] {
    const entries = [...(this.#entries.get(orderId)?.values() ?? [])];
    return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }
}
