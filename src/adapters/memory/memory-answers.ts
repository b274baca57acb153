export { answersInWords } from '../shared/answers-in-words.js';
