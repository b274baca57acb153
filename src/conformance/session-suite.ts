import { PORT_METHODS, type Connection, type PortName } from '../adapter/adapter.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Harness, Suite } from './harness.js';
import { patiently } from './steps.js';

/** Who is signed in, and what there is. */
export const sessionSuite =
  (offers: Harness['offers']): Suite =>
  (test) => {
    test('has the ports and methods it says it has, for patients', async ({ patient }) => {
      checkOffers(patient, offers.patient);
    });

    test('has the ports and methods it says it has, for staff', async ({ staff }) => {
      checkOffers(staff, offers.staff);
    });

    test('gives a patient themselves first, and staff nobody to write about', async ({ patient, staff, colleague }) => {
      equal(patient.me.kind, 'patient', 'the kind of the patient');
      equal(patient.subjects[0]?.id, patient.me.id, 'the first subject');
      equal(patient.subjects[0]?.relationship, 'self', 'what the patient is to themselves');
      equal(staff.me.kind, 'staff', 'the kind of the member of staff');
      equal(staff.subjects.length, 0, 'how many people staff act for');
      claim(staff.me.id !== colleague.me.id, 'the colleague should be somebody else');
    });

    test('gives a parent their children', async ({ parent }) => {
      const children = parent.subjects.slice(1);
      claim(children.length > 0, 'a parent should have somebody to write for');
      for (const { relationship } of children) {
        claim(relationship !== 'self', 'a child should not be the parent themselves');
      }
    });

    test('gives two patients different people', async ({ patient, stranger }) => {
      const known = new Set(patient.subjects.map(({ id }) => id));
      claim(!stranger.subjects.some(({ id }) => known.has(id)), 'the stranger should act for nobody the patient is');
    });

    test('says auth-required where nobody is signed in', async ({ backend: { signedOut } }) => {
      if (signedOut) await rejectsWith('auth-required', signedOut.connect(patiently), 'connecting');
    });
  };

/** Each method is there or in `missing`, never both, and just as the harness says. */
function checkOffers(connection: Connection, offers: readonly string[]): void {
  const { missing } = connection;
  for (const [port, methods] of Object.entries(PORT_METHODS) as [PortName, readonly string[]][]) {
    const there = connection[port] as Readonly<Record<string, unknown>> | undefined;
    claim(!(there && missing[port]), `${port} should not be both there and missing`);
    for (const method of methods) {
      const name = `${port}.${method}`;
      const isThere = typeof there?.[method] === 'function';
      const isMissing = name in missing || port in missing;
      claim(isThere || isMissing, `${name} should be there or in \`missing\``);
      claim(!(isThere && isMissing), `${name} should not be both there and missing`);
      equal(isThere, offers.includes(port) || offers.includes(name), `whether ${name} is there`);
    }
  }
  for (const name of Object.keys(missing)) {
    const [port, method] = name.split('.') as [PortName, string | undefined];
    const known = port in PORT_METHODS && (!method || (PORT_METHODS[port] as readonly string[]).includes(method));
    claim(known, `${name} in \`missing\` should be a port or a method of the contract`);
  }
}
