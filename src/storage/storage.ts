/**
 * Where the client keeps what must outlive a component. Four functions, so that any store can stand behind them.
 * Values are structured-cloneable. All may reject; the client then reports it and goes on without.
 */
export interface Storage {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** The keys that begin with a prefix, in the order of the alphabet. */
  keys(prefix: string): Promise<readonly string[]>;
}
