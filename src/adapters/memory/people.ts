import type { PersonId, PracticeId } from '../../model/id.js';
import type { Person, Subject } from '../../model/person.js';
import type { Practice } from '../../model/practice.js';

/** Where all scenarios happen. */
export const alderStreetPractice: Practice = {
  id: 'alder-street' as PracticeId,
  name: 'Alder Street Family Practice',
  zone: 'America/Los_Angeles',
  hours: [
    ...[1, 2, 3, 4].map((day) => ({ day, opens: '08:00', closes: '18:00' })),
    { day: 5, opens: '08:00', closes: '16:00' },
    { day: 6, opens: '09:00', closes: '12:00' },
  ],
  holidays: ['2026-11-26', '2026-11-27', '2026-12-25', '2027-01-01'],
  phone: '+1 206 555 0142',
  emergencyPhone: '911',
  crisisPhone: '988',
};

const practice = { id: alderStreetPractice.id, name: alderStreetPractice.name };

const staff = (id: string, name: string, role: Person['role'], title: string): Person => ({
  id: id as PersonId,
  name,
  kind: 'staff',
  role,
  title,
  practice,
  answers: 'messages',
});

/** Front desk: reads first. */
export const ana = staff('ana-morales', 'Ana Morales', 'front-desk', 'front desk');
/** Nurse. */
export const june = staff('june-carter', 'June Carter', 'nurse', 'nurse');
/** Doctor who answers messages. */
export const drLee = staff('grace-lee', 'Dr. Grace Lee', 'doctor', 'family physician');
/** Doctor who answers by phone only. */
export const drHaddad: Person = {
  ...staff('leila-haddad', 'Dr. Leila Haddad', 'doctor', 'family physician'),
  answers: 'phone',
  phone: '+1 206 555 0167',
  phoneHours: 'weekdays 8 to 10',
};

const subject = (id: string, name: string, relationship: Subject['relationship'], birthDate: string): Subject => ({
  id: id as PersonId,
  name,
  kind: 'patient',
  relationship,
  birthDate,
});

const personOf = ({ id, name, kind }: Subject): Person => ({ id, name, kind });

/** Patient who writes for himself. */
export const samSubject = subject('sam-okafor', 'Sam Okafor', 'self', '1979-04-17');
/** Patient who also writes for her children. */
export const rosaSubject = subject('rosa-delgado', 'Rosa Delgado', 'self', '1988-09-02');
/** Rosa's daughter, 3. */
export const mayaSubject = subject('maya-delgado', 'Maya Delgado', 'parent', '2023-06-11');
/** Rosa's son, 9. */
export const leoSubject = subject('leo-delgado', 'Leo Delgado', 'parent', '2017-02-25');

export const sam = personOf(samSubject);
export const rosa = personOf(rosaSubject);
export const maya = personOf(mayaSubject);
export const leo = personOf(leoSubject);
