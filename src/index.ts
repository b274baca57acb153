// Everything by name. Importing it registers no tag and changes nothing; `carethread/define/*` does.
export * from './adapter/index.js';
export * from './client/index.js';
export * from './model/index.js';

export { ActEvent } from './controllers/act-event.js';
export * from './controllers/appointment-events.js';
export * from './controllers/message-events.js';
export { ResultAskEvent } from './controllers/result-events.js';
export { SignInEvent } from './controllers/sign-in-event.js';
export { ThreadSelectEvent } from './controllers/thread-select-event.js';
export { VisitRequestEvent, type VisitWish } from './controllers/visit-request-event.js';
export { type BackendFactory, registerBackend } from './elements/provider/backends.js';
export { CareProvider } from './elements/provider/provider.js';
export { ReportEvent } from './elements/provider/provider-events.js';
export { CareContactForm } from './elements/contact-form/contact-form.js';
export * from './elements/contact-form/contact-events.js';
export { CareInbox } from './elements/inbox/inbox.js';

export { CareThread } from './elements/thread/thread.js';
export { ThreadOverdueEvent } from './elements/thread/thread-events.js';
export { CareComposer } from './elements/composer/composer.js';
export { type Locale, registerLocale, type Words } from './i18n/register.js';
export type { CommonWords, NoteWords } from './i18n/en/common.js';
export type { ContactFormWords } from './i18n/en/contact-form.js';
export type { InboxWords } from './i18n/en/inbox.js';
export type { ThreadWords } from './i18n/en/thread.js';
export type { ThreadMoreWords } from './i18n/en/thread-more.js';
export type { ThreadRecordWords } from './i18n/en/thread-record.js';
export type { ComposerWords } from './i18n/en/composer.js';
