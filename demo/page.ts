import 'carethread/define/backend-rest';
import 'carethread/define/contact-form';
import 'carethread/define/inbox';
import { onSignIn } from './signed-in.js';
import { takeVisitRequests } from './visit.js';

// Signing in happens in a second window, so that nothing written here is lost.
onSignIn(() => void document.querySelector('care-provider')?.renew());
takeVisitRequests();
