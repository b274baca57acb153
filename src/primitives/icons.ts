// Drawn on a grid of 20 with a stroke of 1.6 and round ends. One constant each: an element carries only what it shows.

const ring = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0';

export const alertIcon = 'M10 3.2 17.6 16.4H2.4ZM10 8.2v3.8M10 14.2v.1';
export const arrowIcon = 'M3.5 10h13M11.5 5l5 5-5 5';
export const backIcon = 'M12.5 4.5 7 10l5.5 5.5';
export const checkIcon = 'm4 10.5 4 4 8-9';
export const clockIcon = `${ring}M10 6v4.2l2.8 1.8`;
export const downIcon = 'M4.5 7.5 10 13l5.5-5.5';
export const eyeIcon =
  'M2.2 10S5 5 10 5s7.8 5 7.8 5S15 15 10 15s-7.8-5-7.8-5ZM12.2 10a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0';
export const eyeOffIcon =
  'M4 13.1A13 13 0 0 1 2.2 10S5 5 10 5c1.1 0 2.1.24 3 .6M16 6.9A13 13 0 0 1 17.8 10S15 15 10 15c-1.1 0-2.1-.24-3-.6M3.5 16.5l13-13';
export const handoverIcon = 'M3.5 6.5h9.5M10 3.5l3 3-3 3M16.5 13.5H7M10 10.5l-3 3 3 3';
export const infoIcon = `${ring}M10 9.3v4M10 6.6v.1`;
export const lockIcon = 'M4.5 9h11v7.5h-11zM7 9V6.5a3 3 0 0 1 6 0V9';
export const offlineIcon =
  'M3 8.3a10 10 0 0 1 4-2.3M10.5 5.3A10 10 0 0 1 17 8.3M5.8 11.2a6 6 0 0 1 3-1.6M13 10.3c.45.26.86.56 1.2.9M10 14.8v.1M3.5 3.5l13 13';
export const personIcon = 'M13 6.8a3 3 0 1 1-6 0 3 3 0 0 1 6 0M4 16.5c.3-3.5 2.7-5.2 6-5.2s5.7 1.7 6 5.2';
export const phoneIcon =
  'M7.2 3.5 8.7 7 6.9 8.5a9 9 0 0 0 4.6 4.6l1.5-1.8 3.5 1.5v2.4c0 .8-.6 1.4-1.4 1.3C9 16 4 11 3.5 4.9c-.1-.8.5-1.4 1.3-1.4z';
export const retryIcon = 'M16 6.2A7 7 0 1 0 17 11M16.5 2.8v3.7h-3.7';
export const sendIcon = 'M10 16.5v-13M4.8 8.7 10 3.5l5.2 5.2';
