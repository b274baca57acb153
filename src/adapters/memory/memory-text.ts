export { storableText, writtenText, wrongAt } from '../shared/written-text.js';
