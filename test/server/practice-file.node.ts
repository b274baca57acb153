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

  it('offers seven reasons, each with when it is answered, and one that nobody is named for', async (test) => {
    const server = await startReferenceServer();
    test.after(() => server.close());
    const sam = await callerOf(server, 'sam-okafor');
    const { items } = await sam.read(pageOf(Reason), '/reasons');
    assert.deepEqual(
      items.map(({ id }) => id as string),
      ['medical-question', 'refill', 'visit', 'test-result', 'form', 'bill', 'something-else'],
    );
    for (const { id, receiver, promise, budget, prompt } of items) {
      assert.ok((receiver?.first.name || id === 'something-else') && promise && prompt);
      assert.equal(budget, 750);
    }
    assert.equal(items.at(-1)!.receiver, undefined);
  });

  it('tells its stories whether the practice takes messages or not', async () => {
    const told: number[] = [];
    for (const messaging of [{ state: 'open' }, { state: 'off' }, { state: 'paused' }, { state: 'open', outsideHours: 'refused' }]) {
      const { practices } = await demoPractice();
      const practiceFile = checkPracticeFile({ practices: [{ ...practices[0], messaging }] });
      // Sunday.
      const server = await startReferenceServer({ practiceFile, withStories: true, clock: () => Date.parse('2026-11-22T22:34:00Z') });
      const ana = await callerOf(server, 'ana-morales');
      told.push((await ana.read(pageOf(Thread), '/threads')).items.length);
      await server.close();
    }
    assert.ok(told[0]! > 5);
    assert.deepEqual(told, Array(4).fill(told[0]));
  });

  it('tells an empty database its stories: answered, waiting, late, closed and expired ones, and only once', async (test) => {
    const { file, remove } = temporaryFile();
    const options = { database: 'sqlite-file', file, withStories: true } as const;
    await (await startReferenceServer(options)).close();
    const server = await startReferenceServer(options);
    test.after(async () => {
      await server.close();
      remove();
    });
    const ana = await callerOf(server, 'ana-morales');
    const { items } = await ana.read(pageOf(Thread), '/threads');
    assert.deepEqual(
      items.map(({ title, state, turn, custody }) => [title, state, turn, custody.holder?.name]),
      [
        ['Visit: a new one', 'open', 'practice', undefined],
        ['Something else', 'open', 'practice', undefined],
        ['Medicine refill: Albuterol inhaler 90 mcg', 'open', 'patient', 'Ana Morales'],
        ['Medical question', 'open', 'patient', 'Dr. Grace Lee'],
        ['Bill', 'open', 'patient', 'Ana Morales'],
        ['Test result', 'open', 'patient', 'Ana Morales'],
        ['Test result', 'closed', 'nobody', undefined],
        ['Form or referral: school form', 'closed', 'nobody', undefined],
        ['Form or referral: note for work', 'open', 'practice', 'June Carter'],
        ['Bill', 'closed', 'nobody', undefined],
        ['Visit: another time', 'expired', 'nobody', undefined],
      ],
    );
    const line = async (index: number) => (await ana.read(pageOf(Entry), `/threads/${items[index]!.id}/entries`)).items;
    const messages = async (index: number) =>
      (await line(index)).filter((entry): entry is Message => entry.type === 'message').reverse();
    assert.deepEqual(
      (await messages(7)).map(({ author }) => author.name),
      ['Rosa Delgado', 'Ana Morales', 'Rosa Delgado'],
    );
    // What there is to see: a detail nobody has given, links, changed and retracted words, a call, a long talk.
    assert.equal(items[0]!.reply?.channel, 'phone');
    const cards = (await messages(2)).flatMap((message) => message.cards);
    assert.deepEqual(cards.map(({ kind, answeredBy }) => [kind, answeredBy]), [['thread-link', undefined], ['detail-request', undefined]]);
    assert.equal((await messages(3)).at(-1)!.amendments.length, 1);
    assert.ok((await messages(4)).length > 12);
    assert.ok((await line(5)).some((entry) => entry.type === 'event' && entry.outcome === 'reached'));
    assert.equal(items[5]!.continues, items[6]!.id);
    assert.equal(items[6]!.continuedBy, items[5]!.id);
    assert.equal((await messages(9)).filter(({ retractedAt }) => retractedAt !== undefined).length, 1);
    const expired = (await line(10)).find((entry) => entry.type === 'event' && entry.kind === 'expired');
    assert.deepEqual(expired?.type === 'event' && expired.actor.name, 'Alder Street Family Practice');
  });
});
