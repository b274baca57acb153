import { contactFormMore, type MoreContactFormWords } from '../../../i18n/en/contact-form-more.js';
import { wordsFor } from '../../../i18n/register.js';

/** The words that come with what is fetched later. */
export const moreWords = (lang: string): MoreContactFormWords => wordsFor('contact-form', contactFormMore, lang);
