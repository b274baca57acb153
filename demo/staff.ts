import { restAdapter } from 'carethread/adapters/rest';
import type { GetToken, Token } from 'carethread/adapter';
import { createClient } from 'carethread/client';
import 'carethread/define/result-card';
import 'carethread/define/thread';
import { onSignIn } from './signed-in.js';
import { StaffDesk } from './staff/desk.js';
import { StaffAsk } from './staff/forms/ask-form.js';
import { StaffPause } from './staff/pause-bar.js';
import { StaffReported } from './staff/reported.js';
import { StaffReview } from './staff/review.js';
import { StaffActs } from './staff/thread-acts.js';
import { defineVisits } from './staff/visits/define.js';

const provider = document.querySelector('care-provider')!;
const client = createClient(restAdapter({ baseUrl: provider.baseUrl!, getToken: tokens() }));

// The desk's own lists and the library's elements share one session.
provider.client = client;
customElements.define('staff-ask', StaffAsk);
customElements.define('staff-acts', StaffActs);
customElements.define('staff-pause', StaffPause);
customElements.define('staff-reported', StaffReported);
customElements.define('staff-review', StaffReview);
defineVisits();
customElements.define('staff-desk', StaffDesk);
document.querySelector<StaffDesk>('staff-desk')!.client = client;
onSignIn(() => void client.renew());

/** The page's own server knows by its cookie who is signed in. One token serves until it is refused. */
function tokens(): GetToken {
  let kept: Token | undefined;
  return async ({ refresh, signal }) => {
    if (kept && !refresh) return kept;
    const response = await fetch('token', { method: 'POST', signal });
    if (!response.ok) throw new Error('nobody is signed in');
    return (kept = (await response.json()) as Token);
  };
}
