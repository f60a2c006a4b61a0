/** What checking a transport signature came to. Only `signed` may be read: the Body that it covers, or a message that has no other. */
export type Checked =
  | { readonly state: 'valid'; readonly signed: string }
  | { readonly state: 'invalid' | 'absent' }
  | { readonly state: 'not_checked' }

/** Transport signatures of SOAP messages (wire formats, 3). */
export interface SoapSigner {
  sign(xml: string): Promise<string>
  /** Throws `SourceFailure`, the cause of the signal too. */
  verify(xml: string, signal: AbortSignal): Promise<Checked>
}

/** No signatures: messages go as they are, and nothing is checked. */
export const noSigner: SoapSigner = {
  sign: async (xml) => xml,
  verify: async () => ({ state: 'not_checked' }),
}
