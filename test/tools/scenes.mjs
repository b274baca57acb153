// The states of the demo that are worth a look, as screenshots.mjs takes them.

const form = 'care-contact-form';
const inbox = 'care-inbox';
const rosa = { page: '', person: 'rosa-delgado' };
const desk = { page: 'staff.html' };

/**
 * Each has a name, the page it begins on (nothing for the practice's website), who looks when it is not who the page opens
 * as ('' for nobody), and what is done there first. Takes the hands and eyes of the journeys.
 */
export function scenesFor({ byMouse, see, visit }) {
  return [
    { name: 'site', page: '', act: (page) => see(page, /A medical question/, form) },
    { name: 'signed-out', page: '', person: '', act: (page) => see(page, /Sign in/, form) },
    {
      name: 'form-answer',
      ...rosa,
      async act(page) {
        const hands = byMouse(page);
        await hands.tick(/^input A medical question/, form);
        await hands.tick(/^input Leo Delgado/, form);
        await hands.tick(/^input Phone call/, form);
        await see(page, /Number to call/, form);
      },
    },
    {
      name: 'form-danger',
      page: '',
      async act(page) {
        const hands = byMouse(page);
        await hands.tick(/^input A medical question/, form);
        await hands.tick(/^input Yes/, form);
        await see(page, /This needs help now/, form);
      },
    },
    { name: 'doctor', ...rosa, act: (page) => go(page, 'dr-haddad.html', /does not answer messages/) },
    { name: 'guest', page: '', person: '', act: (page) => go(page, 'guest.html', /Your birth date/) },
    { name: 'thread-answered', page: '', act: (page) => open(page, /^button Medical question/) },
    { name: 'thread-late', page: '', act: (page) => open(page, /^button Form or referral/, /This answer is late/) },
    { name: 'thread-called', page: '', act: (page) => open(page, /^button Test result.*Your turn/, /called and spoke/) },
    { name: 'thread-retracted', page: '', act: (page) => open(page, /^button Bill/, /took this message back/) },
    { name: 'thread-detail', ...rosa, act: (page) => open(page, /^button Medicine refill/, /Which pharmacy/) },
    { name: 'thread-long', ...rosa, act: (page) => open(page, /^button Bill/, /This has become long/) },
    { name: 'thread-expired', ...rosa, act: (page) => open(page, /^button Visit: another time/, /Continue this/) },
    {
      name: 'thread-wrong-person',
      ...rosa,
      async act(page) {
        const hands = byMouse(page);
        await hands.tick(/^input Something else/, form);
        await hands.tick(/^input Leo Delgado/, form);
        await open(page, /^button Visit: a new one/);
        await hands.write(/^textarea Reply to/, 'On a Monday?', inbox);
        await hands.press(/^button Send$/, inbox);
        await see(page, /This is about Maya/, inbox);
      },
    },
    {
      name: 'inbox-found',
      ...rosa,
      async act(page) {
        await byMouse(page).press(/^(button|summary) Filter/, inbox);
        await byMouse(page).write(/^input Search messages/, 'leo', inbox);
        await see(page, /found/, inbox);
      },
    },
    {
      name: 'paused',
      page: '',
      async act(page, demo) {
        await open(page, /^button Medical question/);
        const { page: staff } = await visit(page.browser(), `${demo.siteUrl}/staff.html`);
        await byMouse(staff).press(/^button Pause messages/);
        await byMouse(staff).write(/^textarea What should patients know/, 'Our lines are down until noon.');
        await byMouse(staff).press(/^button Pause messages/);
        await see(page, /We take no messages right now/, inbox);
      },
    },
    { name: 'staff', ...desk, act: (page) => see(page, /For nobody yet/) },
    { name: 'staff-call', ...desk, act: (page) => atDesk(page, /^button Maya Delgado/, /^button Log a call/) },
    { name: 'staff-ask', ...desk, act: (page) => atDesk(page, /^button Leo Delgado/, /^button Ask for a detail/) },
    { name: 'staff-close', ...desk, act: (page) => atDesk(page, /^button Rosa Delgado .*Bill/, /^button Close/) },
    { name: 'staff-pause', ...desk, act: (page) => byMouse(page).press(/^button Pause messages/) },
  ];

  async function go(page, name, words) {
    await page.goto(new URL(name, page.url()).href);
    await see(page, words);
  }

  async function open(page, thread, words = /Print or download/) {
    await byMouse(page).press(thread, inbox);
    await see(page, words, inbox);
  }

  async function atDesk(page, thread, act) {
    await byMouse(page).press(thread, '.boxes');
    await byMouse(page).press(act);
    await page.waitForSelector('.act');
  }
}
