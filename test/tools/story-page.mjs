// Both functions run in the page of a story. They are sent there as text, so each stands alone.

/** Listens on Storybook's channel, as soon as there is one, for how the story ends. */
export function listenForTheEnd() {
  const ENDS = [
    ...['storyFinished', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'],
    'unhandledErrorsWhilePlaying',
  ];
  const violationsOf = ({ status, result }) =>
    status === 'failed' ? (result?.violations ?? []).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`) : [];
  window.storyEnd = new Promise((resolve) => {
    const look = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(look);
      for (const event of ENDS) {
        channel.on(event, (data) => {
          const message = data?.message ?? data?.description ?? data?.[0]?.message;
          const problems = [...(message ? [message] : []), ...(data?.reporters ?? []).flatMap(violationsOf)];
          resolve({ event, status: data?.status, problems });
        });
      }
    }, 5);
  });
}

/** How the story ended, or that it did not. */
export function theEnd(timeout) {
  const late = new Promise((resolve) => setTimeout(resolve, timeout, { event: 'no end in time', problems: [] }));
  return Promise.race([window.storyEnd, late]);
}
