import { expect, fixture, html } from '@open-wc/testing';
import { type Announcer, createAnnouncer } from '../../src/a11y/announcer.js';

/** Time that passes when the test says so. */
function clock() {
  let now = 0;
  let due: { at: number; run: () => void }[] = [];
  return {
    after: (milliseconds: number, run: () => void) => due.push({ at: now + milliseconds, run }),
    pass(milliseconds: number) {
      const end = now + milliseconds;
      for (let next; (next = due.sort((one, other) => one.at - other.at)[0]) && next.at <= end; ) {
        due = due.slice(1);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}

const hosts = () => [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot?.querySelector('[aria-live]'));
const region = (live: string) => hosts()[0]?.shadowRoot?.querySelector<HTMLElement>(`[aria-live='${live}']`);
const heard = (live = 'polite') => region(live)?.textContent ?? '';

describe('announcing what changes on its own', () => {
  let time: ReturnType<typeof clock>;
  let announcer: Announcer;

  beforeEach(() => {
    time = clock();
    announcer = createAnnouncer(time.after);
  });

  afterEach(() => {
    for (const host of hosts()) host.remove();
  });

  it('waits until the region has been there for a moment, then speaks', () => {
    announcer.announce('New message from Dr. Grace Lee');
    expect(region('polite')).to.exist;
    expect(heard()).to.equal('');
    time.pass(100);
    expect(heard()).to.equal('New message from Dr. Grace Lee');
    expect(heard('assertive')).to.equal('');
  });

  it('speaks up only for what is urgent', () => {
    announcer.announce('1 over', { urgent: true });
    time.pass(100);
    expect(heard('assertive')).to.equal('1 over');
    expect(heard()).to.equal('');
  });

  it('says what comes in a hurry together, a second later, and the same thing once', () => {
    announcer.announce('One');
    time.pass(100);
    for (let count = 0; count < 50; count++) announcer.announce('Two');
    announcer.announce('Three');
    time.pass(900);
    expect(heard()).to.equal('One');
    time.pass(300);
    expect(heard()).to.equal('Two Three');
  });

  it('says the same words again when they happen again', () => {
    const said: string[] = [];
    for (let count = 0; count < 3; count++) {
      announcer.announce('Sent.');
      time.pass(2_000);
      said.push(heard());
    }
    expect(said.map((text) => text.trim())).to.deep.equal(['Sent.', 'Sent.', 'Sent.']);
    expect(said[0]).not.to.equal(said[1]);
    expect(said[1]).not.to.equal(said[2]);
  });

  it('speaks inside the open dialog that has the focus, through shadow roots, and outside again afterwards', async () => {
    const outer = await fixture(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('button'));
    root.append(dialog);
    dialog.showModal();
    announcer.announce('Inside');
    time.pass(2_000);
    expect(dialog.lastElementChild?.shadowRoot?.textContent).to.equal('Inside');
    dialog.close();
    announcer.announce('Outside');
    time.pass(2_000);
    expect(document.body.lastElementChild?.shadowRoot?.textContent).to.equal('Outside');
  });

  it('takes no room and cannot be made visible by a page that unsets everything', async () => {
    await fixture(html`<div><style>* { all: unset !important; display: block !important; inline-size: 300px !important; }</style></div>`);
    announcer.announce('Quiet');
    time.pass(100);
    const { width, height } = hosts()[0]!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
  });
});
