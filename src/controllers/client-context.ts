import { createContext } from '@lit/context';
import type { Client } from '../client/client.js';

/**
 * How an element finds its client. `Symbol.for` lets two copies of the library on one page meet; `Client.protocol`
 * then says whether they understand each other.
 */
export const clientContext = createContext<Client | undefined>(Symbol.for('carethread-client'));
