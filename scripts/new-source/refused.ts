/** Why nothing was written, in one line for a human: what is asked cannot be. */
export class Refused extends Error {}
