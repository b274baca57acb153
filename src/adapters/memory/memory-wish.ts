export { signsAnswer, wishOf } from '../shared/asked-wish.js';
