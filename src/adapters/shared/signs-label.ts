/** What a first message says of the signs of danger that were asked. */
export const SIGNS_LABEL = 'Signs of danger';
