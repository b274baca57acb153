import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallOptions } from '../../src/adapter/call-options.js';
import { AdapterError } from '../../src/adapter/errors.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import type { Client } from '../../src/client/client.js';
import { QueryController } from '../../src/controllers/query-controller.js';
import '../../src/define/provider.js';
import type { Change } from '../../src/model/change.js';
import type { ThreadId } from '../../src/model/id.js';

class Questioner extends LitElement {
  @property() question = 'a';
  answers: ((client: Client, question: string) => Promise<string>)[] = [];
  asked = 0;
  readonly query = new QueryController(this, {
    args: () => [this.question] as const,
    run: (client, [question]) => {
      this.asked++;
      return (this.answers.shift() ?? (() => Promise.resolve(`answer to ${question}`)))(client, question);
    },
    concerns: ({ thread }) => thread === 'mine',
  });
}
customElements.define('test-questioner', Questioner);

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function questioner(...answers: Questioner['answers']): Promise<Questioner> {
  const adapter = memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam });
  const el = await fixture(html`
    <care-provider .adapter=${adapter}><test-questioner .answers=${answers}></test-questioner></care-provider>
  `);
  await settled();
  return el.querySelector<Questioner>('test-questioner')!;
}

describe('QueryController', () => {
  it('asks once, and again when what it depends on changes', async () => {
    const el = await questioner();
    expect(el.query.state).to.deep.equal({ status: 'ready', value: 'answer to a' });
    el.question = 'b';
    await el.updateComplete;
    await settled();
    expect(el.query.state).to.deep.equal({ status: 'ready', value: 'answer to b' });
    expect(el.asked).to.equal(2);
  });

  it('F08 lets the newest question win, however late an older answer comes', async () => {
    let late = (_answer: string) => {};
    const el = await questioner(() => new Promise((resolve) => (late = resolve)));
    await el.query.refresh();
    late('old answer');
    await settled();
    expect(el.query.state).to.deep.equal({ status: 'ready', value: 'answer to a' });
  });

  it('F08 shows the newest answer, in whatever order answers and failures come', async () => {
    const answers: { resolve(answer: string): void; reject(error: Error): void }[] = [];
    const late = () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject }));
    const el = await questioner(() => Promise.resolve('first'), late, late, late);
    const shown: string[] = [];
    const note = () => shown.push(el.query.state.status === 'ready' ? el.query.state.value : el.query.state.status);
    for (let asked = 0; asked < 3; asked++) void el.query.refresh();
    await settled();
    answers[2]!.resolve('third');
    await settled();
    note();
    // Half a minute later, so to say: nobody waits for these any more.
    answers[0]!.resolve('of the first time');
    await settled();
    note();
    answers[1]!.reject(new AdapterError('forbidden', 'late'));
    await settled();
    note();
    expect(shown).to.deep.equal(['third', 'third', 'third']);
  });

  it('F08 takes nothing away that was added while it asked again', async () => {
    let answer = (_value: string) => {};
    const late = () => new Promise<string>((resolve) => (answer = resolve));
    const el = await questioner(() => Promise.resolve('page 1'), late, () => Promise.resolve('page 1, page 2 and news'));
    void el.query.refresh();
    await settled();
    el.query.set({ status: 'ready', value: 'page 1, page 2' });
    answer('page 1 and news');
    await settled();
    expect(el.query.state).to.deep.equal({ status: 'ready', value: 'page 1, page 2 and news' });
  });

  it('asks again for a change that concerns it, and for no other', async () => {
    const el = await questioner();
    const change = (thread: string): Change => ({ kind: 'thread', thread: thread as ThreadId });
    el.query.client!.changes.announce([change('another')]);
    expect(el.asked).to.equal(1);
    el.query.client!.changes.announce([change('mine')]);
    expect(el.asked).to.equal(2);
  });

  it('keeps what it has while the practice cannot be reached, and says so', async () => {
    const offline = new AdapterError('offline', 'no network');
    const el = await questioner(() => Promise.resolve('first'), () => Promise.reject(offline));
    await el.query.refresh();
    expect(el.query.state).to.deep.equal({ status: 'ready', value: 'first', problem: offline });
  });

  it('lets go of what may no longer be seen', async () => {
    const forbidden = new AdapterError('forbidden', 'no');
    const el = await questioner(() => Promise.resolve('first'), () => Promise.reject(forbidden));
    await el.query.refresh();
    expect(el.query.state.status).to.equal('error');
  });

  it('F23 neither shows what was answered to somebody else nor builds on it', async () => {
    const backend = memoryBackend(alderStreet);
    const adapters = [SIGN_INS.sam, SIGN_INS.rosa].map((me) => memoryAdapter({ backend, me }));
    let session = 0;
    const adapter = { name: 'shared', connect: (options: CallOptions) => adapters[session]!.connect(options) };
    const forMe = (client: Client) => client.connect().then(({ me }) => `for ${me.name}`);
    const answers = [forMe, () => new Promise<string>(() => {})];
    const el = await fixture(html`
      <care-provider .adapter=${adapter}><test-questioner .answers=${answers}></test-questioner></care-provider>
    `);
    await settled();
    const questioner = el.querySelector<Questioner>('test-questioner')!;
    expect(questioner.query.state).to.deep.equal({ status: 'ready', value: 'for Sam Okafor' });
    session = 1;
    await questioner.query.client!.renew();
    await settled();
    expect(questioner.query.state).to.deep.equal({ status: 'pending' });
  });

  it('F29 turns whatever is thrown into an error of the contract', async () => {
    const el = await questioner(() => { throw new TypeError('secret'); });
    const { state } = el.query;
    expect(state.status === 'error' && state.error.code).to.equal('malformed');
    expect(JSON.stringify(state)).not.to.include('secret');
  });
});
