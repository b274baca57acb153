import { announceSignIn } from './signed-in.js';

if (location.hash === '#done') announceSignIn();
