import { StaffArrange } from './arrange.js';
import { StaffOffer } from './offer.js';
import { StaffRequests } from './requests.js';
import { StaffTimes } from './times.js';

/** Registers the desk's parts about visits. */
export function defineVisits(): void {
  customElements.define('staff-arrange', StaffArrange);
  customElements.define('staff-offer', StaffOffer);
  customElements.define('staff-requests', StaffRequests);
  customElements.define('staff-times', StaffTimes);
}
