/** Drawn as those of the primitives are. */
export const calendarIcon = 'M3.5 5h13v11.5h-13zM3.5 8.8h13M7 3v3.5M13 3v3.5';
