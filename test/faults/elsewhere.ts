/** What cannot be shown on one machine, or has nothing yet that it could happen to: with the reason, and never skipped in silence. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  D11: 'that a restored store lacks its newest part shows only against an anchor outside of it, and the chain of the audit that would have one is not there yet',
}
