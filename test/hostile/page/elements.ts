// Every element on a page of somebody else's, with made-up people. The page says when they are there.
import '../../../src/define/all.js';
import { memoryAdapter, memoryBackend } from '../../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../../src/adapters/memory/scenarios.js';

const TAGS = ['inbox', 'thread', 'composer', 'contact-form', 'results', 'appointment-picker', 'appointments'];

const provider = document.createElement('care-provider');
provider.adapter = memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam });
for (const tag of TAGS) {
  const element = document.createElement(`care-${tag}`);
  if (tag === 'thread' || tag === 'composer') element.setAttribute('thread', 'refill');
  provider.append(element);
}
document.body.append(provider);
