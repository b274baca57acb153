export { isPhone, storableText, type TextRule, writtenText, wrongAt } from '../shared/written-text.js';
