const TYPES = ['error', 'unhandledrejection', 'securitypolicyviolation'];

/** Listens for what nothing on a page may ever lead to: an exception that gets out, or a script that runs. */
export function watchForEscapes(): { readonly escaped: unknown[]; stop(): void } {
  const escaped: unknown[] = [];
  const note = (event: Event): void => {
    escaped.push((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason ?? event.type);
    event.preventDefault();
  };
  for (const type of TYPES) addEventListener(type, note, true);
  return {
    escaped,
    stop() {
      for (const type of TYPES) removeEventListener(type, note, true);
    },
  };
}
