import fc from 'fast-check'

/** Text that breaks what trusts text: NUL, half a surrogate pair, right-to-left, very long, almost a number, names of prototypes. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u202e',
    '\ufeff',
    '😀',
    'Әділет',
    "' OR 1=1 --",
    '<script>',
    '{{7*7}}',
  ),
  fc.constantFrom(
    'null',
    'true',
    '-1',
    '0',
    '1e2',
    '0x10',
    '１２',
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    '%00',
    '%zz',
  ),
  fc.constantFrom('2026-02-30', '2026-13-01', '10000-01-01', '2026-11-24T00:00:00Z', '9'.repeat(400), 'ы'.repeat(5000)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 20 }),
)

/** Values of another type than a schema expects, or at its edge. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: oddText },
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, -0),
  fc.constantFrom([], {}, [[]], [null], { kk: '' }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Values that a header can carry (Latin-1 without line breaks), empty, long and odd ones among them. */
export const oddHeader: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '*', '""', 'W/"', ',', ';', '=', '\u00ff', '%00', 'x'.repeat(300), 'x'.repeat(9000), 'a,'.repeat(500)),
  fc.stringMatching(/^[\x21-\x7e\xa1-\xff]{1,40}$/),
)

const percent = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`
/** One segment of a path, encoded: never empty and never dots, which would be another path. */
export const oddSegment: fc.Arbitrary<string> = fc.oneof(
  oddText
    .filter((text) => text !== '' && text.length < 2000 && !/^\.{1,2}$/.test(text))
    .map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom('%', '%zz', '%00', '%ff%fe', '%e0%a4%a', '%2e%2e%2f', 'a%2Fb', ';v=1', '@', '~'),
  fc
    .uint8Array({ minLength: 1, maxLength: 12 })
    .map((bytes) => Array.from(bytes, percent).join(''))
    .filter((text) => !/^(?:%2e){1,2}$/.test(text)),
)
