import 'carethread/define/backend-rest';
import 'carethread/define/contact-form';
import { renewOnSignIn } from './signed-in.js';

renewOnSignIn();
