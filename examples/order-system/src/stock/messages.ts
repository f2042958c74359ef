import type { Query } from 'catga';

export interface StockLevel {
  readonly sku: string;
  /** Promised to orders that were placed and not cancelled. */
  readonly reserved: number;
}

/** What is reserved, by article. */
export interface GetStock extends Query<readonly StockLevel[]> {
  readonly sku?: string;
}
