import './provider.js';
import { CareContactForm } from '../elements/contact-form/contact-form.js';
import { define } from './define.js';

define(CareContactForm);

declare global {
  interface HTMLElementTagNameMap {
    'care-contact-form': CareContactForm;
  }
}
