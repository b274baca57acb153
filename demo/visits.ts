import 'carethread/define/appointment-picker';
import 'carethread/define/appointments';
import 'carethread/define/backend-rest';
import 'carethread/define/contact-form';
import 'carethread/define/inbox';
import { renewOnSignIn } from './signed-in.js';

// Signing in happens in a second window.
renewOnSignIn();
