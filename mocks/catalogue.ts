/*
 * The ids of what goes wrong on the wire: quirks of real systems (wire formats, 6) and upstream faults (faults page, 2.3), with their
 * short titles. Each is played by a scenario, or stands among those that no scenario can play, with the reason.
 */

export const QUIRKS = {
  Q01: 'a page of the gateway with status 502',
  Q02: 'a page with status 200',
  Q03: 'a fault with status 200',
  Q04: 'success under another name',
  Q05: 'UTF-8 read as Latin-1',
  Q06: 'windows-1251',
  Q06b: 'KZ-1048 read as windows-1251',
  Q07: 'byte order mark',
  Q08: 'any prefix, any shape of the data',
  Q09: 'XML inside of XML as text',
  Q10: 'XML inside of XML as CDATA',
  Q11: 'one is an object, several are a list',
  Q12: 'nil and empty',
  Q13: 'no wrapper round no records',
  Q14: 'the person number as a number',
  Q15: 'the person number out of a spreadsheet',
  Q16: 'look-alike letters',
  Q17: 'Kazakh letters written as Russian ones',
  Q18: 'spellings of no patronymic',
  Q19: 'formats of dates',
  Q20: 'two zones of one country',
  Q21: 'a misspelt key',
  Q22: 'the question is ignored',
  Q23: 'another person',
  Q24: 'pages in another order',
  Q25: 'a size of page that is refused',
  Q26: 'full lists without a filter',
  Q27: 'partial success',
  Q28: 'comes later',
  Q29: 'duplicates',
  Q30: '401 with the right credentials',
  Q31: 'incomplete chain of certificates',
  Q32: 'slow, then a time-out',
  Q33: 'maintenance',
  Q34: 'packed without saying so',
  Q35: 'cut in the middle',
  Q36: 'status 200 and no body',
  Q37: 'carriage returns as references',
  Q38: 'signature broken on the way',
  Q39: 'certificate of the provider expired',
  Q40: 'elements in another order',
  Q41: 'session ids with and without braces',
  Q42: 'drift of the schema',
  Q43: 'inner texts in errors',
  Q44: 'control characters',
  Q45: 'reserved names',
} as const

export const FAULTS = {
  U1: 'connection refused',
  U2: 'name not found',
  U3: 'black hole',
  U4: 'reset before headers',
  U5: 'reset in the middle of the body',
  U6: 'a beginning that ends well',
  U7: 'slow headers',
  U8: 'a body byte by byte',
  U9: 'slow and right',
  U10: 'kept connection closed by the peer',
  U11: '429 with any Retry-After',
  U12: 'a burst of 5xx',
  U13: 'every second request fails',
  U14: '503 with a page',
  U15: '200 with a page',
  U16: 'the right body under a wrong type',
  U17: 'malformed JSON',
  U18: 'malformed XML',
  U19: 'faults of SOAP, 1.1 and 1.2',
  U20: 'an error inside a good envelope',
  U21: 'no content, and lists that are none',
  U22: 'a mandatory key is missing',
  U23: 'a key under another name',
  U24: 'a key more',
  U25: 'a value of another type',
  U26: 'leading zeros lost',
  U27: 'a new code',
  U28: 'another person',
  U29: 'somebody else among the records',
  U30: 'duplicates',
  U31: 'older than what is known',
  U32: 'fewer than before',
  U33: 'two sources contradict',
  U34: 'clocks and days that cannot be',
  U35: 'a huge body',
  U36: 'a bomb of gzip',
  U37: 'packed twice',
  U38: 'entities and DOCTYPE',
  U39: 'nested too deeply, too many siblings',
  U40: 'reserved names',
  U41: 'a wrong encoding',
  U42: 'NUL and lone surrogates',
  U43: 'a redirect to another host',
  U44: 'TLS',
  U45: 'the signature of a message is missing or wrong',
  U46: 'consent',
  U47: 'late, twice, out of order',
  U48: 'all sources down at once',
} as const

/** An id of the catalogue. */
export type CatalogueId = keyof typeof QUIRKS | keyof typeof FAULTS

/** What no scenario of a source plays, with the reason and what to do instead. */
export const NOT_PLAYED: Readonly<Partial<Record<CatalogueId, string>>> = {
  Q31: 'the pretend government listens without TLS; put a proxy with such a certificate before it',
  U1: 'all sources share one port; stop the pretend government, or point the URL of the source at a port where nobody listens',
  U2: 'a name is looked up by the caller; point the URL of the source at a name under `.invalid`',
  U3: 'the kernel accepts connections before a program sees them; point the URL of the source at an address that drops packets',
  U33: 'a matter of people, not of one answer: `expert-two-vendors` and `expert-just-moved` of the cast',
  U44: 'the pretend government listens without TLS; put a proxy with such a certificate before it',
  U48: 'a matter of all sources together: switch `down` on for each of them',
}

/** Whether a text is an id of the catalogue. */
export function isCatalogueId(text: string): text is CatalogueId {
  return Object.hasOwn(QUIRKS, text) || Object.hasOwn(FAULTS, text)
}

/** The short title of an id. */
export function titleOf(id: string): string {
  return { ...QUIRKS, ...FAULTS }[id as CatalogueId] ?? ''
}
