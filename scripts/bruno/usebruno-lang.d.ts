/** The parts of Bruno's own parser that the runner uses; the package brings no types. */
declare module '@usebruno/lang' {
  interface Pair {
    readonly name: string
    readonly value: string
    readonly enabled: boolean
  }
  interface BruRequest {
    readonly meta: { readonly name: string; readonly seq: string }
    readonly http: { readonly method: string; readonly url: string; readonly auth: string }
    readonly params?: readonly (Pair & { readonly type: 'path' | 'query' })[]
    readonly headers?: readonly Pair[]
    readonly body?: { readonly json?: string }
    readonly vars?: { readonly res?: readonly Pair[] }
    readonly assertions?: readonly Pair[]
  }
  export function bruToJsonV2(text: string): BruRequest
  export function bruToEnvJsonV2(text: string): { readonly variables: readonly (Pair & { readonly secret: boolean })[] }
  export function collectionBruToJson(text: string): {
    readonly auth?: { readonly mode: string; readonly bearer?: { readonly token: string } }
  }
}
