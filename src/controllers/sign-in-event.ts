/** The reader wants to sign in. Prevent the default to do it your own way, then call the provider's `renew()`. */
export class SignInEvent extends Event {
  constructor() {
    super('care-sign-in', { bubbles: true, composed: true, cancelable: true });
  }
}
