import 'carethread/define/backend-rest';
import 'carethread/define/contact-form';
import 'carethread/define/inbox';
import 'carethread/define/result-card';
import { renewOnSignIn } from './signed-in.js';
import { takeVisitRequests } from './visit.js';

// Signing in happens in a second window.
renewOnSignIn();
takeVisitRequests();
