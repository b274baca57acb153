import 'carethread/define/appointment-picker';
import 'carethread/define/appointments';
import 'carethread/define/contact-form';
import 'carethread/define/inbox';
import { connectFhir } from './fhir/page/fhir-client.js';

void connectFhir();
