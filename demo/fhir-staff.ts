import 'carethread/define/result-card';
import 'carethread/define/thread';
import { connectFhir } from './fhir/page/fhir-client.js';
import { StaffDesk } from './staff/desk.js';
import { StaffAsk } from './staff/forms/ask-form.js';
import { StaffPause } from './staff/pause-bar.js';
import { StaffReported } from './staff/reported.js';
import { StaffReview } from './staff/review.js';
import { StaffActs } from './staff/thread-acts.js';
import { defineVisits } from './staff/visits/define.js';

// The same desk as on the practice's own backend.
const client = await connectFhir();
customElements.define('staff-ask', StaffAsk);
customElements.define('staff-acts', StaffActs);
customElements.define('staff-pause', StaffPause);
customElements.define('staff-reported', StaffReported);
customElements.define('staff-review', StaffReview);
defineVisits();
customElements.define('staff-desk', StaffDesk);
document.querySelector<StaffDesk>('staff-desk')!.client = client;
