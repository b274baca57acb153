import type { SignInEvent } from '../controllers/sign-in-event.js';
import { CareProvider } from '../elements/provider/provider.js';
import type { ReportEvent } from '../elements/provider/provider-events.js';
import { define } from './define.js';

define(CareProvider);

declare global {
  interface HTMLElementTagNameMap {
    'care-provider': CareProvider;
  }
  interface HTMLElementEventMap {
    'care-sign-in': SignInEvent;
    'care-report': ReportEvent;
  }
  // Where a tag is taken there is no element to tell it.
  interface DocumentEventMap {
    'care-report': ReportEvent;
  }
}
