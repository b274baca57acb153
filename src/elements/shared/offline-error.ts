import { AdapterError } from '../../adapter/errors.js';
import type { Client } from '../../client/client.js';

/** What is shown while the device says that it has no network, before anything had to fail. */
export function offlineError(client: Client | undefined): AdapterError | undefined {
  return client?.network.isOnline() === false ? new AdapterError('offline', 'no network') : undefined;
}
