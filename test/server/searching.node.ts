import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Message, Receipt } from 'carethread/model';
import { assertProblem, callerOf, contentOf, type Caller } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill, twoPractices } from './people.js';

onEachDatabase('Searching', (database) => {
  const shared = sharedServer(
    async () => ({ database, practiceFile: await twoPractices() }),
    async (server) => ({
      sam: await callerOf(server, 'sam-okafor'),
      rosa: await callerOf(server, 'rosa-delgado'),
      ana: await callerOf(server, 'ana-morales'),
      june: await callerOf(server, 'june-carter'),
      omar: await callerOf(server, 'omar-reed'),
    }),
  );

  const about = (body: string, subject = 'sam-okafor') => ({ reason: 'something-else', subject, answers: [], body });
  const found = async (caller: Caller, filter: unknown) => (await caller.search(filter)).items.map(({ id }) => id as string);

  it('finds every word, in any case and order, in words, answers and title', async () => {
    const { sam, ana } = shared.parts;
    const { id } = await sam.ask({ ...refill(), body: 'ÉCLAIR für Ölüm' });
    await ana.post(`/threads/${id}/messages`, { body: 'It is at the QuokkaPharmacy.' });
    for (const text of ['éclair', 'quokkapharmacy ÖLÜM', ' refill:  éclair ', 'éclair 1 to 3', 'E\u0301CLAIR', 'ｅ\u0301clair']) {
      assert.deepEqual(await found(sam, { text }), [id], text);
    }
    for (const text of ['eclair', 'éclair nowhere']) assert.deepEqual(await found(sam, { text }), [], text);
  });

  it('finds no sign of danger that was only asked for', async () => {
    const { sam, ana } = shared.parts;
    const asked = {
      reason: 'medical-question',
      subject: 'sam-okafor',
      answers: [{ field: 'since', value: 'today' }],
      body: 'wombat',
      redFlags: 'none',
    };
    const { thread, message } = contentOf(Receipt, await sam.post('/contact-requests', asked), 201);
    assert.match(message.answers[0]!.value, /pressure in your chest/);
    assert.deepEqual(await found(ana, { text: 'wombat today' }), [thread.id]);
    assert.deepEqual(await found(ana, { text: 'wombat chest' }), []);
    contentOf(Message, await sam.put(`/threads/${thread.id}/messages/${message.id}`, { body: 'wombat again' }), 200);
    assert.deepEqual(await found(ana, { text: 'wombat chest' }), []);
  });

  it('takes signs that mean something to a database as they are', async () => {
    const { sam } = shared.parts;
    const percent = await sam.ask(about('numbat 100% of it'));
    const under = await sam.ask(about('numbat snake_case'));
    const slash = await sam.ask(about('numbat a\\b'));
    const quote = await sam.ask(about("numbat O'Brien"));
    const cases: [string, string][] = [['numbat 0%', percent.id], ['numbat e_c', under.id], ['numbat a\\b', slash.id], ["numbat o'b", quote.id]];
    for (const [text, id] of cases) assert.deepEqual(await found(sam, { text }), [id], text);
    for (const text of ['numbat 1%f', 'numbat s_ake', 'numbat \\\\', 'numbat %']) {
      assert.deepEqual(await found(sam, { text }), text.endsWith('%') ? [percent.id] : [], text);
    }
  });

  it('never finds what is another’s, for patients and practices alike', async () => {
    const { sam, rosa, ana, omar } = shared.parts;
    const { id } = await sam.ask(about('axolotl'));
    assert.deepEqual(await found(ana, { text: 'axolotl' }), [id]);
    for (const stranger of [rosa, omar]) {
      assert.deepEqual(await found(stranger, { text: 'axolotl' }), []);
      assert.deepEqual(await found(stranger, { person: 'sam-okafor' }), []);
    }
    assert.deepEqual(await found(sam, { text: 'axolotl', practice: 'birch-lane' }), []);
  });

  it('keeps to all conditions: reason, person, whose turn, whether it is over', async () => {
    const { sam, ana, june } = shared.parts;
    const waits = await sam.ask(about('pangolin one'));
    const answered = await sam.ask({ ...refill(), body: 'pangolin two' });
    const over = await sam.ask({ ...refill(), body: 'pangolin three' });
    await june.post(`/threads/${answered.id}/messages`, { body: 'Yes.' });
    await ana.post(`/threads/${over.id}/close`, { note: 'Done' });
    const pangolins = (caller: Caller, rest: object) => found(caller, { text: 'pangolin', ...rest });
    assert.deepEqual(await pangolins(sam, { state: 'yours' }), [answered.id]);
    assert.deepEqual(await pangolins(sam, { state: 'theirs' }), [waits.id]);
    assert.deepEqual(await pangolins(ana, { state: 'yours' }), [waits.id]);
    assert.deepEqual(await pangolins(ana, { state: 'theirs' }), [answered.id]);
    assert.deepEqual(await pangolins(sam, { state: 'closed' }), [over.id]);
    assert.deepEqual(await pangolins(sam, { state: 'open', reason: 'refill' }), [answered.id]);
    assert.deepEqual(await pangolins(ana, { person: 'june-carter' }), [answered.id]);
    assert.equal((await pangolins(ana, { person: 'sam-okafor' })).length, 3);
    assert.deepEqual(await pangolins(ana, { person: 'rosa-delgado' }), []);
    assert.deepEqual(await pangolins(ana, { person: 'a\0b', reason: 'a\0b' }), []);
  });

  it('gives pages in order, each thread once, whose bookmarks are good for one search only', async () => {
    const { sam } = shared.parts;
    const asked: string[] = [];
    for (let count = 0; count < 5; count++) asked.unshift((await sam.ask(about(`okapi ${count}`))).id);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await sam.search({ text: 'OKAPI', limit: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (seen.length === 2) await sam.ask(about('okapi new'));
    } while (after !== undefined);
    assert.deepEqual(seen, asked);
    const { next } = await sam.search({ text: 'okapi', limit: 2 });
    for (const filter of [{ text: 'okap' }, { text: 'okapi', state: 'open' }, {}]) {
      assertProblem(await sam.post('/threads/search', { ...filter, after: next }), 400, 'invalid', 'after');
    }
    assertProblem(await sam.get(`/threads?after=${next!}`), 400, 'invalid', 'after');
  });

  it('I01 is refused by its field', async () => {
    const { sam } = shared.parts;
    const bad: [unknown, number, string][] = [
      [{ text: 'x'.repeat(201) }, 422, 'text'],
      [{ text: 'a\0b' }, 422, 'text'],
      [{ text: '\ud83d' }, 422, 'text'],
      [{ text: 7 }, 400, 'text'],
      [{ state: 'lost' }, 400, 'state'],
      [{ author: 'x' }, 400, 'author'],
      [{ limit: 0 }, 400, 'limit'],
    ];
    for (const [filter, status, field] of bad) assertProblem(await sam.post('/threads/search', filter), status, 'invalid', field);
    assert.ok((await found(sam, { text: `  ${' '.repeat(300)} ` })).length > 0);
    assert.deepEqual(await found(sam, { text: Array.from({ length: 100 }, (_, index) => String.fromCodePoint(97 + (index % 26))).join(' ') }), []);
  });

  it('finds changed words as they are now, and words that were taken back nowhere', async () => {
    const { sam, ana } = shared.parts;
    const { thread, message } = contentOf(Receipt, await sam.post('/contact-requests', about('wallaroo now')), 201);
    const path = `/threads/${thread.id}/messages/${message.id}`;
    const amended = contentOf(Message, await sam.put(path, { body: 'bilby now' }), 200);
    assert.deepEqual(amended.amendments.map(({ body }) => body), ['wallaroo now']);
    assert.deepEqual(await found(ana, { text: 'wallaroo' }), []);
    assert.deepEqual(await found(ana, { text: 'bilby' }), [thread.id]);
    contentOf(Message, await sam.delete(path), 200);
    assert.deepEqual(await found(ana, { text: 'bilby' }), []);
  });
});
