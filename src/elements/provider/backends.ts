import type { Adapter } from '../../adapter/adapter.js';

/** Makes an adapter from what stands on a `<care-provider>` as attributes, read by name. */
export type BackendFactory = (attribute: (name: string) => string | undefined) => Adapter;

const backends = new Map<string, BackendFactory>();

/** Lets `<care-provider backend="…">` find an adapter by a word. Called by `define/backend-*.js`. */
export function registerBackend(name: string, factory: BackendFactory): void {
  backends.set(name, factory);
}

export function findBackend(name: string): BackendFactory | undefined {
  return backends.get(name);
}
