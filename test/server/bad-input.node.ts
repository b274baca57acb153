import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Changes, Entry, Message, pageOf, Receipt, textLength } from 'carethread/model';
import { assertProblem, callerOf, contentOf } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';
import { refill } from './people.js';

const answers = (...given: unknown[]) => ({ ...refill(), answers: given });
const medicine = { field: 'medicine', value: 'Lisinopril 10 mg' };
const daysLeft = { field: 'days-left', value: '1-3' };
const visit = (...given: unknown[]) => ({
  reason: 'visit',
  subject: 'sam-okafor',
  answers: [{ field: 'what', value: 'book' }, ...given],
  body: '',
});
const LONE_SURROGATE = 'half a pair \ud83d and on';

/** What is asked, and how it is refused. */
const BAD_REQUESTS: [title: string, request: unknown, status: number, field: string | undefined][] = [
  ['a list', [], 400, undefined],
  ['a word', 'refill', 400, undefined],
  ['nothing in it', {}, 400, 'reason'],
  ['no body', { ...refill(), body: undefined }, 400, 'body'],
  ['a body that is no text', { ...refill(), body: { _$litType$: 1 } }, 400, 'body'],
  ['a part nobody declared', { ...refill(), author: 'grace-lee' }, 400, 'author'],
  ['a part with a hostile name', { ...refill(), 'constructor.prototype<b>': 1 }, 400, undefined],
  ['a reason that is not offered', { ...refill(), reason: 'lunch' }, 422, 'reason'],
  ['a reason with a NUL', { ...refill(), reason: 'refill\0' }, 422, 'reason'],
  ['an empty subject', { ...refill(), subject: '' }, 400, 'subject'],
  ['somebody else as subject', { ...refill(), subject: 'rosa-delgado' }, 422, 'subject'],
  ['answers that are no list', { ...refill(), answers: { medicine: 'lisinopril' } }, 400, 'answers'],
  ['51 answers', answers(...Array.from({ length: 51 }, () => medicine)), 400, 'answers'],
  ['an answer without a value', answers(medicine, { field: 'days-left' }), 400, 'answers.1.value'],
  ['an answer with more to it', answers({ ...medicine, label: 'x' }), 400, 'answers.0.label'],
  ['an answer to no question', answers(medicine, { field: 'shoe-size', value: '9' }), 422, 'answers.1.field'],
  ['the same answer twice', answers(medicine, daysLeft, medicine), 422, 'answers.2.field'],
  ['a required answer missing', answers(medicine), 422, 'answers.days-left'],
  ['a required answer empty', answers(medicine, { field: 'days-left', value: ' ' }), 422, 'answers.1.value'],
  ['a choice that is not offered', answers(medicine, { field: 'days-left', value: 'gin' }), 422, 'answers.1.value'],
  ['several where one is asked', answers({ field: 'medicine', value: ['Lisinopril 10 mg'] }, daysLeft), 422, 'answers.0.value'],
  ['one where several are asked', visit({ field: 'times', value: 'morning' }), 422, 'answers.1.value'],
  ['a choice made twice', visit({ field: 'times', value: ['morning', 'morning'] }), 422, 'answers.1.value'],
  ['a day that is not in the calendar', visit({ field: 'day', value: '2026-02-30' }), 422, 'answers.1.value'],
  ['an answer over its length', answers(medicine, daysLeft, { field: 'pharmacy', value: 'x'.repeat(201) }), 422, 'answers.2.value'],
  ['an answer with a NUL', answers(medicine, daysLeft, { field: 'pharmacy', value: 'a\0b' }), 422, 'answers.2.value'],
  ['an answer with half a character', answers(medicine, daysLeft, { field: 'pharmacy', value: LONE_SURROGATE }), 422, 'answers.2.value'],
  ['a body with a NUL', { ...refill(), body: 'a\0b' }, 422, 'body'],
  ['a body with half a character', { ...refill(), body: LONE_SURROGATE }, 422, 'body'],
  ['751 characters of 750', { ...refill(), body: '😀'.repeat(751) }, 422, 'body'],
];

const phone = (value: string) => ({
  reason: 'bill',
  subject: 'sam-okafor',
  answers: [{ field: 'phone', value }],
  body: 'About my bill',
});

onEachDatabase('Bad input', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => ({ sam: await callerOf(server, 'sam-okafor'), ana: await callerOf(server, 'ana-morales') }),
  );

  for (const [title, request, status, field] of BAD_REQUESTS) {
    it(`I01 in a contact request is refused by its field and stores nothing: ${title}`, async () => {
      const { ana, sam } = shared.parts;
      const { next } = await ana.read(Changes, '/changes');
      assertProblem(await sam.post('/contact-requests', request), status, 'invalid', field);
      assert.deepEqual((await ana.read(Changes, `/changes?since=${next}`)).changes, []);
    });
  }

  it('I01 in a phone number is refused, and what people dial is taken', async () => {
    const { sam } = shared.parts;
    for (const value of ['call me', '1', '+1 206 555 0142; drop table', '٠١٢٣٤٥٦']) {
      assertProblem(await sam.post('/contact-requests', phone(value)), 422, 'invalid', 'answers.0.value');
    }
    for (const value of ['+1 206 555 0142', '(206) 555-0142']) {
      contentOf(Receipt, await sam.post('/contact-requests', phone(value)), 201);
    }
  });

  it('I01 in a message is refused by its field and stores nothing', async () => {
    const { sam } = shared.parts;
    const { id } = await sam.ask();
    const bad: [unknown, number, string | undefined][] = [
      [{ body: '' }, 422, 'body'],
      [{ body: ' \n\t' }, 422, 'body'],
      [{ body: 7 }, 400, 'body'],
      [{ body: 'a\0b' }, 422, 'body'],
      [{ body: LONE_SURROGATE }, 422, 'body'],
      [{ body: 'x'.repeat(751) }, 422, 'body'],
      [{ body: 'Hello', author: 'grace-lee' }, 400, 'author'],
      [{ body: 'Hello', key: 'another-key' }, 400, 'key'],
      [null, 400, undefined],
    ];
    for (const [body, status, field] of bad) {
      assertProblem(await sam.post(`/threads/${id}/messages`, body), status, 'invalid', field);
    }
    assert.equal((await sam.read(pageOf(Entry), `/threads/${id}/entries`)).items.length, 1);
  });

  it('I01 in what is not JSON, or too much of it, is refused', async () => {
    const { sam } = shared.parts;
    const send = async (body: string, type: string) => {
      const response = await fetch(`${shared.server.url}/contact-requests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sam.token}`, 'idempotency-key': 'not-json-1', 'content-type': type },
        body,
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    assertProblem(await send('{"reason":', 'application/json'), 400, 'invalid');
    assertProblem(await send('', 'application/json'), 400, 'invalid');
    assertProblem(await send('{"__proto__":{"polluted":1}}', 'application/json'), 400, 'invalid');
    assertProblem(await send('reason=refill', 'application/x-www-form-urlencoded'), 415, 'unsupported-type');
    assertProblem(await send(`{"body":"${'x'.repeat(70_000)}"}`, 'application/json'), 413, 'too-large');
  });

  it('I01 in queries is refused by its field', async () => {
    const { sam, ana } = shared.parts;
    const bad: [string, string][] = [
      ['/threads?limit=0', 'limit'],
      ['/threads?limit=101', 'limit'],
      ['/threads?limit=ten', 'limit'],
      ['/threads?limit=1.5', 'limit'],
      ['/threads?limit=1&limit=2', 'limit'],
      ['/threads?after=nonsense', 'after'],
      ['/threads?after=WzFd.AAAAAAAA', 'after'],
      ['/threads?offset=5', 'offset'],
      ['/changes?since=7', 'since'],
      ['/queue?box=mine&after=%00', 'after'],
      ['/queue?box=all', 'box'],
      ['/queue', 'box'],
      ['/people/care-team', 'subject'],
    ];
    for (const [path, field] of bad) {
      assertProblem(await (path.startsWith('/queue') ? ana : sam).get(path), 400, 'invalid', field);
    }
  });

  it('I01 in a path finds nothing', async () => {
    const { sam } = shared.parts;
    for (const id of ['%00', '%', '..%2f..%2fetc', "'%20or%201=1--", '%F0%9F%98%80', 'x'.repeat(500)]) {
      assertProblem(await sam.get(`/threads/${id}`), 404, 'not-found');
      assertProblem(await sam.post(`/threads/${id}/messages`, { body: 'Hello' }), 404, 'not-found');
    }
  });

  it('takes 750 characters of any kind, a line end counting once', async () => {
    const { sam } = shared.parts;
    const { id } = await sam.ask();
    const body = `${'😀'.repeat(748)}\r\n!`;
    assert.equal(textLength(body), 750);
    const { body: stored } = contentOf(Message, await sam.post(`/threads/${id}/messages`, { body }), 201);
    assert.equal(stored, `${'😀'.repeat(748)}\n!`);
    assertProblem(await sam.post(`/threads/${id}/messages`, { body: `${body}!` }), 422, 'invalid', 'body');
  });
});
