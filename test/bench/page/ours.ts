import { memoryAdapter, memoryBackend } from '../../../src/adapters/memory/memory-adapter.js';
import { sam } from '../../../src/adapters/memory/people.js';
import '../../../src/define/inbox.js';
import '../../../src/define/results.js';
import '../../../src/define/thread.js';
import type { ThreadId } from '../../../src/model/id.js';
import { register, scenarioFor } from './contender.js';
import { recorded } from './recorded.js';

let provider: HTMLElementTagNameMap['care-provider'];

/** Our elements, reading page by page through an adapter, with every answer checked. */
register({
  async prepare(view, rows) {
    provider = document.createElement('care-provider');
    const adapter = memoryAdapter({ backend: memoryBackend(scenarioFor(view, rows)), me: sam.id });
    provider.adapter = view === 'results' ? await recorded(adapter, sam.id) : adapter;
    const element = document.createElement(`care-${view}`);
    if ('thread' in element) element.thread = 'long' as ThreadId;
    provider.append(element);
  },
  mount: (root) => root.append(provider),
});
