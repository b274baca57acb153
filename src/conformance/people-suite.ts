import { claim, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { everything, patiently } from './steps.js';

/** Who there is to write to, and to hand over to. */
export const peopleSuite: Suite = (test, has) => {
  if (has('patient', 'people.listCareTeam')) {
    test('lists who looks after a subject', async ({ parent }) => {
      for (const { id } of parent.subjects) {
        const { items } = await parent.people!.listCareTeam({ subject: id }, patiently);
        claim(items.length > 0, 'the care team should have somebody in it');
        claim(items.every(({ kind }) => kind === 'staff'), 'the care team should be staff');
      }
    });

    test('does not say who looks after a stranger', async ({ stranger, patient }) => {
      const call = stranger.people!.listCareTeam({ subject: patient.me.id }, patiently);
      await rejectsWith(['not-found', 'forbidden'], call, "a stranger's care team");
    });
  }

  if (has('staff', 'people.listStaff')) {
    test('lists the colleagues a thread can be routed to', async ({ staff, colleague }) => {
      const colleagues = await everything(() => staff.people!.listStaff(patiently));
      claim(colleagues.some(({ id }) => id === colleague.me.id), 'the colleague should be listed');
      claim(colleagues.every(({ kind }) => kind === 'staff'), 'all listed should be staff');
    });
  }
};
