import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { indexedDbStorage } from '../../src/storage/indexed-db-storage.js';

const CANARY = 'Zaunkönig-7 my stomach hurts';

let count = 0;
const freshName = (): string => `carethread-test-${Date.now()}-${++count}`;

function opened(name = freshName()) {
  let losses = 0;
  return { name, storage: indexedDbStorage(name, () => void losses++), losses: () => losses };
}

/** Everything a database holds, as a reader of the disk would find it: bytes as characters. */
async function rawOf(name: string): Promise<string> {
  const database = await openDB(name);
  const values = await database.getAll('values');
  const keys = await database.getAll('keys');
  database.close();
  const bytes = values.map((value: { bytes: ArrayBuffer }) => new TextDecoder('utf-8').decode(value.bytes));
  return JSON.stringify(values) + JSON.stringify(keys) + bytes.join();
}

describe('what is kept on the device', () => {
  it('is there for the next page, by name and by how names begin', async () => {
    const { name, storage, losses } = opened();
    await storage.set('outbox/b', { body: CANARY });
    await storage.set('outbox/a', [1, null, 'two']);
    await storage.set('drafts/a', 'x');
    const next = opened(name).storage;
    expect(await next.get('outbox/b')).to.deep.equal({ body: CANARY });
    expect(await next.keys('outbox/')).to.deep.equal(['outbox/a', 'outbox/b']);
    await next.remove('outbox/b');
    expect(await storage.get('outbox/b')).to.equal(undefined);
    expect(losses()).to.equal(0);
  });

  it('S08 says nothing to whoever reads the disk, under a key that no script can take out', async () => {
    const { name, storage } = opened();
    await storage.set('outbox/1', { body: CANARY });
    expect(await storage.get('outbox/1')).to.deep.equal({ body: CANARY });
    expect(await rawOf(name)).not.to.contain('Zaunkönig').and.not.to.contain('stomach');
    const database = await openDB(name);
    const key = (await database.get('keys', 'key')) as CryptoKey;
    database.close();
    expect(key.extractable).to.equal(false);
    const refused = await crypto.subtle.exportKey('raw', key).then(() => false, () => true);
    expect(refused).to.equal(true);
  });

  it('is under one key when two tabs come at once', async () => {
    const name = freshName();
    const [one, other] = [opened(name).storage, opened(name).storage];
    await Promise.all([one.set('a', 'first'), other.set('b', 'second')]);
    expect(await Promise.all([one.get('b'), other.get('a')])).to.deep.equal(['second', 'first']);
  });

  it('counts as not there where somebody has moved it to another name, and leaves the rest', async () => {
    const { name, storage, losses } = opened();
    await storage.set('sam', CANARY);
    await storage.set('rosa', 'hers');
    const database = await openDB(name);
    await database.put('values', await database.get('values', 'sam'), 'rosa');
    database.close();
    expect(await storage.get('rosa')).to.equal(undefined);
    expect(await storage.get('sam')).to.equal(CANARY);
    expect(losses()).to.equal(0);
  });
});

describe('where the device keeps nothing', () => {
  it('F19 keeps in this page what a denied device does not, and says so once', async () => {
    const real = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const { storage, losses } = opened();
    await storage.set('a', CANARY);
    await storage.set('b', 'x');
    IDBFactory.prototype.open = real;
    expect(await storage.get('a')).to.equal(CANARY);
    expect(await storage.keys('')).to.deep.equal(['a', 'b']);
    expect(losses()).to.equal(1);
  });

  it('F19 goes on where the disk is full', async () => {
    const { storage, losses } = opened();
    await storage.set('a', 'before');
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await storage.set('b', CANARY);
    IDBObjectStore.prototype.put = real;
    expect(await storage.get('b')).to.equal(CANARY);
    expect(losses()).to.equal(1);
  });

  it('F19 leaves alone what a newer version of us has written', async () => {
    const name = freshName();
    const newer = await openDB(name, 9, { upgrade: (database) => void database.createObjectStore('other') });
    newer.close();
    const { storage, losses } = opened(name);
    await storage.set('a', CANARY);
    expect(await storage.get('a')).to.equal(CANARY);
    expect(losses()).to.equal(1);
    const database = await openDB(name);
    expect([database.version, ...database.objectStoreNames]).to.deep.equal([9, 'other']);
    database.close();
  });

  it('F19 lets a newer version of us in, and goes on in its own memory', async () => {
    const { name, storage, losses } = opened();
    await storage.set('a', 'old');
    const newer = await openDB(name, 2);
    await storage.set('b', CANARY);
    expect(await storage.get('b')).to.equal(CANARY);
    expect(losses()).to.equal(1);
    newer.close();
  });

  it('F19 works on a page without encryption', async () => {
    const real = crypto.subtle;
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: undefined });
    const { storage, losses } = opened();
    await storage.set('a', CANARY);
    expect(await storage.get('a')).to.equal(CANARY);
    Object.defineProperty(crypto, 'subtle', { configurable: true, value: real });
    expect(losses()).to.equal(1);
  });
});
