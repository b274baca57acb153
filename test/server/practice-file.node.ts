import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Entry, pageOf, Reason, Thread, type Message } from 'carethread/model';
import { checkPracticeFile } from '../../demo/server/directory/practice-file.js';
import { demoPractice, startReferenceServer } from '../support/reference-server.js';
import { callerOf } from './caller.js';
import { temporaryFile } from './temporary-file.js';

/** The demo's file with one part of it changed. */
async function changed(path: readonly (string | number)[], value: unknown): Promise<unknown> {
  const file = structuredClone(await demoPractice()) as unknown;
  let part = file as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) part = part[step] as Record<string | number, unknown>;
  part[path.at(-1)!] = value;
  return file;
}

describe('The practice file', () => {
  const wrong: [path: (string | number)[], value: unknown, named: RegExp][] = [
    [['practices', 0, 'hours', 1, 'opens'], '8 am', /practices\.0\.hours\.1\.opens/],
    [['practices', 0, 'zone'], 'Seattle', /practices\.0\.zone/],
    [['practices', 0, 'holidays', 0], '2026-11-31', /practices\.0\.holidays\.0/],
    [['practices', 0, 'staff', 0, 'role'], 'wizard', /practices\.0\.staff\.0\.role/],
    [['practices', 0, 'reasons', 1, 'fields', 0, 'kind'], 'slider', /reasons\.1\.fields\.0\.kind/],
    [['practices', 0, 'reasons', 1, 'receiver', 'first'], 'nobody', /reasons\.1\.receiver\.first/],
    [['practices', 0, 'patients', 1, 'actsFor', 0, 'person'], 'nobody', /patients\.1\.actsFor\.0\.person/],
    [['practices', 0, 'stories', 0, 'by'], 'maya-delgado', /stories\.0\.by/],
    [['practices'], [], /practices/],
  ];
  for (const [path, value, named] of wrong) {
    it(`that is wrong ends the start and says where: ${path.join('.')}`, async () => {
      const file = await changed(path, value);
      assert.throws(() => checkPracticeFile(file), named);
    });
  }

  it('offers seven reasons, each with who reads it and when it is answered', async () => {
    const server = await startReferenceServer();
    const sam = await callerOf(server, 'sam-okafor');
    const { items } = await sam.read(pageOf(Reason), '/reasons');
    assert.deepEqual(
      items.map(({ id }) => id as string),
      ['medical-question', 'refill', 'visit', 'test-result', 'form', 'bill', 'something-else'],
    );
    for (const { receiver, promise, budget, prompt } of items) {
      assert.ok(receiver?.first.name && promise && prompt);
      assert.equal(budget, 750);
    }
    await server.close();
  });

  it('tells an empty database its stories: answered, waiting, late and closed ones, and only once', async () => {
    const { file, remove } = temporaryFile();
    const options = { database: 'sqlite-file', file, withStories: true } as const;
    await (await startReferenceServer(options)).close();
    const server = await startReferenceServer(options);
    const ana = await callerOf(server, 'ana-morales');
    const { items } = await ana.read(pageOf(Thread), '/threads');
    assert.deepEqual(
      items.map(({ title, state, turn, custody }) => [title, state, turn, custody.holder?.name]),
      [
        ['Visit: a new one', 'open', 'practice', undefined],
        ['Medical question', 'open', 'patient', 'Dr. Grace Lee'],
        ['Form or referral: school form', 'closed', 'nobody', undefined],
        ['Form or referral: note for work', 'open', 'practice', 'June Carter'],
        ['Bill', 'closed', 'nobody', undefined],
      ],
    );
    const rosa = await callerOf(server, 'rosa-delgado');
    const closed = await rosa.read(pageOf(Entry), `/threads/${items[2]!.id}/entries`);
    const messages = closed.items.filter((entry): entry is Message => entry.type === 'message');
    assert.deepEqual(
      messages.map(({ author }) => author.name),
      ['Rosa Delgado', 'Ana Morales', 'Rosa Delgado'],
    );
    await server.close();
    remove();
  });
});
