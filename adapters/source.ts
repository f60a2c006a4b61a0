import type { Signature } from '../schemas/provenance.ts'
import type { Verdict } from '../schemas/source-outcome.ts'

/** The person asked about, and what the sources need beside the number. Made by the plan. */
export interface Teacher {
  readonly iin: string
  readonly organisationBin: string
  /** Two digits; 71, 75 and 79 are cities of republican significance. */
  readonly region: string
  readonly names: { readonly surname: string | null; readonly name: string | null; readonly patronymic: string | null } | null
  readonly birthDate: string | null
  /** The years in which the first and the last school year asked for begin. */
  readonly schoolYears: { readonly from: number; readonly to: number }
  /** The day of the request, `yyyy-MM-dd`, Asia/Almaty. */
  readonly today: string
  readonly caseId: string
  /** The consent that the caller gave for this adapter's service. */
  readonly consent: { readonly token: string; readonly publicKey: string | null } | null
}

/** One call and its answer, as provenance needs them. */
export interface Exchange {
  readonly id: string
  /** When the answer was complete, ISO 8601 UTC. */
  readonly at: string
  /** SHA-256 of the body after content decoding, hexadecimal. */
  readonly payloadHash: string
  readonly signature: Signature
}

/** One record as it was sent, with the call that carried it and the person number that it echoes (null: none). */
export interface RawRecord {
  readonly value: unknown
  readonly iin: string | null
  readonly exchange: Exchange
  /** Repairs already made on the way, e.g. `iin.leading-zero`, `iin.decimal`; stamped into the provenance of its facts. */
  readonly repairs?: readonly string[]
  /** True where the person number that it echoes is none: nobody can say whose record it is. */
  readonly unreadable?: true
}

/**
 * Records, or a verdict of the source about the whole question. An empty list counts as `empty`, unless `subject` (the person whom the
 * answer as a whole names; null or absent: nobody) is somebody else: about us it then says nothing.
 */
export type Reply = { readonly records: readonly RawRecord[]; readonly subject?: string | null } | Verdict

export interface Received<Body> {
  readonly body: Body
  readonly status: number
  readonly exchange: Exchange
  /** The `ETag` as it was sent; null or absent: none. */
  readonly tag?: string | null
}

/** One HTTP call, relative to the source's base URL. Never a person number in `path` or `query`. */
export interface HttpCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** Statuses beside 2xx whose body is an answer and not a failure. */
  readonly alsoAccept?: readonly number[]
  /** Statuses beside 2xx that are an answer by themselves, e.g. 304: `json` looks for no body and gives null. A page for people stays a failure. */
  readonly bodiless?: readonly number[]
}

/** How a source knows its caller. Tokens are kept, renewed once when refused, and never seen by the adapter. */
export type Access =
  | { readonly kind: 'none' | 'basic' | 'sender' }
  | { readonly kind: 'header'; readonly name: string; readonly scheme?: string }
  | {
      readonly kind: 'session'
      login(user: string, password: string): HttpCall
      /** The token and its life in seconds from the answer to the login, or null where it has none. */
      token(body: unknown): { readonly token: string; readonly seconds: number } | null
      header(token: string): readonly [name: string, value: string]
    }

/** What the codes in layer 4 of a bus answer mean (`messageResult/code`, `resultCode`). A code not listed is `remote_error`. */
export type BusResult = 'processed' | 'empty' | 'consent_refused' | 'consent_expired' | 'consent_revoked'

/** One business request for the bus: the codec makes envelope, sender and signature of it. */
export interface ShepCall {
  readonly serviceId: string
  readonly namespace: string
  /** `typed`: `data xsi:type="d:<root>"`; `escaped`: an XML document as text; `plain`: an element `<root>` inside `data`. */
  readonly shape: 'typed' | 'escaped' | 'plain'
  readonly root: string
  /** Local name of the root of the answer inside `data`; its children may also stand in `data` themselves. */
  readonly answer: string
  /** Keys whose value is undefined are left out. */
  readonly fields: Readonly<Record<string, string | undefined>>
  /** Where layer 4 stands in the answer, and what its codes mean; absent for the asynchronous channel. */
  readonly result?: { readonly at: readonly string[]; readonly codes: Readonly<Record<string, BusResult>> }
}

/** The children of the answer by local name (text, null for nil, an object, or an array where a name repeats), or a verdict. */
export type ShepReply = { readonly data: Readonly<Record<string, unknown>>; readonly exchange: Exchange } | Verdict

/** One message taken from an inbox. `data` has the shape of `ShepReply.data`, with the root's name beside it. */
export interface InboxMessage {
  readonly messageId: string
  readonly correlationId: string | null
  readonly messageType: string
  /** The sender's clock, as an ISO 8601 instant; null where it was unreadable. */
  readonly messageDate: string | null
  readonly root: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What one message says: whether it ends the waiting, whose it is, and the keys that it brings (laid over the earlier ones). */
export type Reading =
  | { readonly kind: 'record'; readonly final: boolean; readonly iin: string | null; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'empty'; readonly iin: string | null }
  | { readonly kind: 'unreadable' }

/** A file of delimited text, as its source announces it. */
export interface TableFile {
  readonly path: string
  readonly separator: string
  /** Hexadecimal; a file of another hash is `unreadable`/`protocol` as a whole. */
  readonly sha256: string
}

/** Some rows of a file, cells as text; `header` is its first row. Their exchange carries the hash of the whole file. */
export interface TableRows {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly exchange: Exchange
}

/** Where a page stands: its number from 0, how many rows the pages before it had, and how many it may have. */
export interface PagePlace {
  readonly page: number
  readonly offset: number
  readonly size: number
}

/** A list that comes in pages by number or offset. */
export interface Paging {
  /** Rows of a page; where the first page is answered with 500, the next size is tried (quirk Q25). */
  readonly sizes: readonly [number, ...number[]]
  /** A list of more pages is a loop. */
  readonly most: number
  call(place: PagePlace): HttpCall
  /** The rows of a page and how many the whole list has; null: the answer is no page. */
  read(body: unknown): { readonly rows: readonly unknown[]; readonly total: number } | null
}

/** The rows of one page that no page before it had. */
export interface PageRows {
  readonly rows: readonly unknown[]
  readonly exchange: Exchange
}

/** A source bound to one system: base URL, credentials, deadline, retry, breaker, limits and signing are already applied. */
export interface Source {
  json(call: HttpCall): Promise<Received<unknown>>
  text(call: HttpCall): Promise<Received<string>>
  bytes(call: HttpCall): Promise<Received<Uint8Array>>
  shep(call: ShepCall): Promise<ShepReply>
  /** A file read while it arrives: UTF-8, or windows-1251 where it is none. Its hash is known only at the end, when it may still fail. */
  table(file: TableFile): AsyncIterable<TableRows>
  /** All pages of a list, each row once, whatever their order (quirk Q24). A list that cannot be trusted to be whole fails at its end. */
  pages(paging: Paging): AsyncIterable<PageRows>
}
