import { readPractice } from '../../client/practice.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { QueryController } from '../../controllers/query-controller.js';

/** The practice's number, asked for only where nothing else can be shown. */
export function phoneQuery(host: ElementHost, isBroken: () => boolean): { readonly phone: string | undefined } {
  const query = new QueryController<string | undefined, readonly []>(host, {
    args: () => (isBroken() ? [] : undefined),
    run: (client, _, signal) => readPractice(client, { signal }).then(({ phone }) => phone),
  });
  return {
    get phone() {
      return query.state.status === 'ready' ? query.state.value : undefined;
    },
  };
}
