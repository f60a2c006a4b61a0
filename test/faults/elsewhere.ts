/** What cannot be shown on one machine, or has nothing yet that it could happen to: with the reason, and never skipped in silence. */
export const ELSEWHERE: Readonly<Record<string, string>> = {}
