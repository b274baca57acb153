/** The line between the page that waits and the window somebody signs in at. Nobody else can guess its name. */
export function signInLine(state: string): BroadcastChannel {
  return new BroadcastChannel(`carethread-sign-in-${state}`);
}

const WAIT = 3_000;

/**
 * For the page that a FHIR server sends people back to: tells the page that waits, and closes the window. What the
 * server said stands in no address and no history after that.
 *
 * @returns False where nobody waits any more, such as when that page was closed. Then say that this window can be
 * closed. Nobody is signed in.
 */
export async function reportSignIn(): Promise<boolean> {
  const { search, pathname } = location;
  const state = new URLSearchParams(search).get('state');
  history.replaceState(null, '', pathname);
  if (!state) return false;
  const line = signInLine(state);
  const heard = await new Promise<boolean>((resolve) => {
    line.addEventListener('message', ({ data }) => data === 'heard' && resolve(true));
    setTimeout(() => resolve(false), WAIT);
    line.postMessage(search);
  });
  line.close();
  if (heard) close();
  return heard;
}
