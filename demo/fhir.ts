import 'carethread/define/contact-form';
import 'carethread/define/inbox';
import 'carethread/define/results';
import { connectFhir } from './fhir/page/fhir-client.js';

void connectFhir();
