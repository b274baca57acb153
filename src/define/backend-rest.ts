import { restAdapter } from '../adapters/rest/rest-adapter.js';
import { registerBackend } from '../elements/provider/backends.js';
import { tokensFrom } from './page-tokens.js';

registerBackend('rest', (attribute) => {
  const session = tokensFrom(attribute('token-url'));
  const adapter = restAdapter({
    baseUrl: (attribute('base-url') ?? '').replace(/\/+$/, ''),
    getToken: session.getToken,
  });
  return {
    ...adapter,
    connect(options) {
      // A new session may be somebody else's: nothing of the one before is used for it.
      session.forget();
      return adapter.connect(options);
    },
  };
});
