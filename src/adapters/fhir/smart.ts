export { reportSignIn } from './smart-return.js';
export { type Keep, smartSession, type SmartSession } from './smart-session.js';
export type { SmartOptions } from './smart-server.js';
