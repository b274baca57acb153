// What no error, no closed door and no emergency needs. It is fetched beside what the practice says.
export { AskedResults } from './asked-results.js';
export { askForVisit } from '../../shared/visit-wish.js';
export { aboutResults, askedNote } from './asked-view.js';
export { deliveryNote } from './delivery-note.js';
export { hoursWords } from './hours-words.js';
export { moreWords } from './more-words.js';
export { problemsOf, refusalOf, requestOf } from './problems.js';
export { reasonChoice } from './reason-choice.js';
export { receiverView } from './receiver-view.js';
export { replyChoice, replyOf, replyProblems } from './reply-choice.js';
export { sentView } from './sent-view.js';
export { subjectChoice } from './subject-choice.js';
export { tooLongNote } from './too-long-note.js';
