import { expect } from '@open-wc/testing';
import '../../src/define/all.js';
import * as carethread from '../../src/index.js';
import type { AppointmentId } from '../../src/model/appointment-id.js';
import type { MessageId, PersonId, ReasonId, ResultId, ThreadId } from '../../src/model/id.js';

type OurEvent = keyof HTMLElementEventMap & `care-${string}`;

const [thread, message] = ['t' as ThreadId, 'm' as MessageId];

// Typed by what the tags declare: an event that is not declared, or is declared as another, does not compile.
const events: { readonly [Name in OurEvent]: HTMLElementEventMap[Name] & { readonly type: string } } = {
  'care-appointment-act': new carethread.AppointmentActEvent('book'),
  'care-appointment-changed': new carethread.AppointmentChangedEvent('book', 'a' as AppointmentId, 'p' as PersonId),
  'care-contact-send': new carethread.ContactSendEvent('r' as ReasonId, 'p' as PersonId),
  'care-contact-sent': new carethread.ContactSentEvent(thread, 'r' as ReasonId),
  'care-message-send': new carethread.MessageSendEvent(thread),
  'care-message-sent': new carethread.MessageSentEvent(thread, message),
  'care-report': new carethread.ReportEvent({ code: 'storage', where: 'outbox' }),
  'care-result-ask': new carethread.ResultAskEvent('r' as ResultId, 'p' as PersonId, undefined),
  'care-sign-in': new carethread.SignInEvent(),
  'care-thread-overdue': new carethread.ThreadOverdueEvent(thread),
  'care-thread-select': new carethread.ThreadSelectEvent(thread),
  'care-visit-request': new carethread.VisitRequestEvent({ subject: 'p' as PersonId }, () => ''),
};

describe('the events of the elements', () => {
  it('are typed for whoever listens to one by its name', () => {
    const page = document.createElement('div');
    let opened = '';
    page.addEventListener('care-thread-select', ({ threadId }) => (opened = threadId));
    for (const [name, event] of Object.entries(events)) {
      expect(event.type).to.equal(name);
      expect(event.bubbles && event.composed, name).to.equal(true);
      page.dispatchEvent(event);
    }
    expect(opened).to.equal('t');
  });

  it('offer a page waitUntil() and nothing that acts in the element’s place', () => {
    expect(Object.getOwnPropertyNames(carethread.ActEvent.prototype)).to.have.members(['constructor', 'waitUntil']);
  });
});
