import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { memoryStorage } from './memory-storage.js';
import { decrypt, encrypt, newKey, type Sealed } from './sealed.js';
import type { Storage } from './storage.js';

interface Shape extends DBSchema {
  /** One key for all, which no script can read out. */
  keys: { key: 'key'; value: CryptoKey };
  values: { key: string; value: Sealed };
}

interface Vault {
  readonly database: IDBPDatabase<Shape>;
  readonly key: CryptoKey;
}

const VERSION = 1;

/**
 * Keeps values on the device, each encrypted (AES-GCM) under a key that cannot be exported: what lies on the disk says
 * nothing to whoever reads the disk. The names of values are not encrypted. Where the device keeps nothing (denied, full,
 * a page without encryption, a newer version of us open elsewhere), this page's memory keeps it, and `lost` hears of it
 * once (row F19).
 */
export function indexedDbStorage(name: string, lost: () => void): Storage {
  const memory = memoryStorage();
  let opening: Promise<Vault | undefined> | undefined;
  let isLost = false;

  const lose = (): undefined => {
    if (!isLost) lost();
    isLost = true;
  };
  const vault = (): Promise<Vault | undefined> => (opening ??= open(name, lose).catch(lose));

  /** Does it on the device, else in memory. What was kept in memory once stays there. */
  async function either<T>(onDevice: (vault: Vault) => Promise<T>, inMemory: () => Promise<T>): Promise<T> {
    const opened = isLost ? undefined : await vault();
    if (!opened) return inMemory();
    try {
      return await onDevice(opened);
    } catch {
      lose();
      return inMemory();
    }
  }

  return {
    get: (key) =>
      either(
        async ({ database, key: secret }) => {
          const sealed = await database.get('values', key);
          // What was moved, changed or cut short on the disk is as if it were not there; the rest still is.
          return sealed && decrypt(secret, key, sealed).catch(() => undefined);
        },
        () => memory.get(key),
      ),
    set: (key, value) =>
      either(
        async ({ database, key: secret }) => void (await database.put('values', await encrypt(secret, key, value), key)),
        () => memory.set(key, value),
      ),
    remove: (key) => either(({ database }) => database.delete('values', key), () => memory.remove(key)),
    keys: (prefix) =>
      either(
        ({ database }) => database.getAllKeys('values', IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
        () => memory.keys(prefix),
      ),
  };
}

async function open(name: string, lose: () => void): Promise<Vault> {
  const database = await openDB<Shape>(name, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('keys');
      fresh.createObjectStore('values');
    },
    // A newer version of us must not wait for this page.
    blocking: () => {
      database.close();
      lose();
    },
    terminated: lose,
  });
  const fresh = await newKey();
  // Two tabs may come here at once: the first one's key stays, and nothing may be waited for inside.
  const change = database.transaction('keys', 'readwrite');
  const key = (await change.store.get('key')) ?? fresh;
  if (key === fresh) await change.store.put(fresh, 'key');
  await change.done;
  return { database, key };
}
