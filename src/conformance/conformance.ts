import { PORT_METHODS, type Connection, type PortName } from '../adapter/adapter.js';
import { attachmentsSuite } from './attachments-suite.js';
import { bookingSuite } from './booking-suite.js';
import { callsSuite } from './calls-suite.js';
import { cardsSuite } from './cards-suite.js';
import { changesSuite } from './changes-suite.js';
import { changingSuite } from './changing-suite.js';
import { contactSuite } from './contact-suite.js';
import { correctionsSuite } from './corrections-suite.js';
import { endingSuite } from './ending-suite.js';
import { fieldsSuite } from './fields-suite.js';
import { freeTimesSuite } from './free-times-suite.js';
import type { Backend, Harness, Offer, Runner, Stage, Suite, Test } from './harness.js';
import { holdsSuite } from './holds-suite.js';
import { messagesSuite } from './messages-suite.js';
import { offersSuite } from './offers-suite.js';
import { pauseSuite } from './pause-suite.js';
import { peopleSuite } from './people-suite.js';
import { practiceSuite } from './practice-suite.js';
import { queueSuite } from './queue-suite.js';
import { readMarksSuite } from './read-marks-suite.js';
import { referencesSuite } from './references-suite.js';
import { releaseSuite } from './release-suite.js';
import { requestsSuite } from './requests-suite.js';
import { resultsSuite } from './results-suite.js';
import { scheduleSuite } from './schedule-suite.js';
import { searchSuite } from './search-suite.js';
import { sendingSuite } from './sending-suite.js';
import { sessionSuite } from './session-suite.js';
import { patiently } from './steps.js';
import { strictConnection } from './strict.js';
import { traits } from './traits.js';
import { visitsSuite } from './visits-suite.js';
import { waitlistSuite } from './waitlist-suite.js';
import { wishesSuite } from './wishes-suite.js';

const SUITES: Readonly<Record<PortName, readonly Suite[]>> = {
  people: [peopleSuite],
  practice: [practiceSuite],
  contact: [contactSuite, wishesSuite, fieldsSuite, referencesSuite],
  messages: [messagesSuite, sendingSuite, cardsSuite, changingSuite, endingSuite, readMarksSuite, searchSuite],
  queue: [queueSuite, callsSuite, pauseSuite],
  results: [resultsSuite, releaseSuite, correctionsSuite],
  attachments: [attachmentsSuite],
  appointments: [freeTimesSuite, holdsSuite, bookingSuite, visitsSuite, requestsSuite, offersSuite, waitlistSuite],
  schedule: [scheduleSuite],
  changes: [changesSuite],
};

/** Declares the tests every adapter has to pass. Call it at the top of a test file. */
export function conformance(name: string, { describe, it }: Runner, { offers, open }: Harness): void {
  const test: Test = (title, body) =>
    it(title, async () => {
      const backend = await open();
      try {
        await body(await stageOf(backend));
      } finally {
        await backend.close?.();
      }
    });
  const has = (side: 'patient' | 'staff', offer: Offer): boolean => {
    const [port] = offer.split('.') as [PortName];
    const inParts = PORT_METHODS[port].some((method) => offers[side].includes(`${port}.${method}`));
    return (inParts && offer === port) || offers[side].includes(port) || offers[side].includes(offer);
  };

  describe(`${name} keeps the adapter contract`, () => {
    describe('session', () => sessionSuite(offers)(test, has));
    for (const port of Object.keys(SUITES) as PortName[]) {
      if (!has('patient', port) && !has('staff', port)) continue;
      describe(port, () => SUITES[port].forEach((suite) => suite(test, has)));
    }
    describe('every method', () => traits(test, has));
  });
}

async function stageOf(backend: Backend): Promise<Stage> {
  const connect = async (who: 'patient' | 'stranger' | 'parent' | 'staff' | 'colleague'): Promise<Connection> =>
    strictConnection(await backend[who].connect(patiently));
  const [patient, stranger, parent, staff, colleague] = await Promise.all([
    connect('patient'),
    connect('stranger'),
    connect('parent'),
    connect('staff'),
    connect('colleague'),
  ]);
  return { backend, patient, stranger, parent, staff, colleague };
}
