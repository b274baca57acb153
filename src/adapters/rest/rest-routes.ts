import type { Route } from '../shared/http.js';

/** The whole API, as its OpenAPI document has it. */
export const routes = {
  session: 'GET /session',
  practice: 'GET /practice',
  reasons: 'GET /reasons',
  careTeam: 'GET /people/care-team',
  staff: 'GET /people/staff',
  contact: 'POST /contact-requests',
  threads: 'GET /threads',
  thread: 'GET /threads/:thread',
  entries: 'GET /threads/:thread/entries',
  send: 'POST /threads/:thread/messages',
  markRead: 'PUT /threads/:thread/read-mark',
  queue: 'GET /queue',
  claim: 'POST /threads/:thread/claim',
  route: 'POST /threads/:thread/route',
  close: 'POST /threads/:thread/close',
  changes: 'GET /changes',
  stream: 'GET /changes/stream',
} as const satisfies Record<string, Route>;
