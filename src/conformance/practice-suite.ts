import { claim, equal } from './assert.js';
import type { Suite } from './harness.js';
import { patiently } from './steps.js';

/** What a practice says of itself. */
export const practiceSuite: Suite = (test) => {
  test('says where and when the practice is open', async ({ patient }) => {
    const { name, zone, hours } = await patient.practice!.readPractice(patiently);
    claim(name.trim() !== '', 'the practice should have a name');
    // Throws for a zone that does not exist.
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    for (const { opens, closes } of hours) claim(opens < closes, 'a day should open before it closes');
  });

  test('is the same practice for patients and staff', async ({ patient, staff }) => {
    const [theirs, ours] = await Promise.all([patient, staff].map(({ practice }) => practice!.readPractice(patiently)));
    equal(theirs!.id, ours!.id, 'the practice of staff');
  });

  test('lists reasons a form can be drawn from', async ({ patient }) => {
    const { items } = await patient.practice!.listReasons(patiently);
    claim(items.length > 0, 'there should be a reason');
    equal(new Set(items.map(({ id }) => id)).size, items.length, 'how many different reasons there are');
    for (const { label, fields } of items) {
      claim(label.trim() !== '', 'a reason should have a label');
      equal(new Set(fields.map(({ id }) => id)).size, fields.length, 'how many different fields a reason has');
      for (const { kind, label: question, choices } of fields) {
        claim(question.trim() !== '', 'a field should have a label');
        const chooses = kind === 'choice' || kind === 'choices';
        claim(kind === 'time-windows' || choices.length > 0 === chooses, 'choices belong to fields that choose');
      }
    }
  });

  test('says by name and role who receives a request', async ({ patient }) => {
    const { items } = await patient.practice!.listReasons(patiently);
    for (const { receiver } of items) {
      if (receiver) equal(receiver.first.kind, 'staff', 'the kind of who reads first');
    }
  });
};
