export * from './assert.js';
export * from './conformance.js';
export * from './harness.js';
export { checkStrictly } from './strict.js';
export { VECTORS } from './vectors.js';
