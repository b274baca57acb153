// Each window of the demo has a folder of its own, and with it a person of its own.
const folder = location.pathname.replace(/[^/]*$/, '');

/** Calls back when somebody has signed in for this window, in another one. */
export function onSignIn(call: () => void): void {
  new BroadcastChannel(folder).addEventListener('message', call);
}

/** Tells the window that is waiting. */
export function announceSignIn(): void {
  new BroadcastChannel(folder).postMessage('signed-in');
}

/** Goes on with the elements of this page once somebody has signed in, so that nothing written here is lost. */
export function renewOnSignIn(): void {
  onSignIn(() => void document.querySelector('care-provider')?.renew());
}
