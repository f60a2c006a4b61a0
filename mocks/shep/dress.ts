import { busDate } from './xml.ts'

/* What scenarios do to the text of a good answer. */

const YEAR_MS = 365 * 86_400_000
const LEVELS = 1000
const SIBLINGS = 60_000

function prefixes(xml: string): string {
  return xml
    .replaceAll('ns2', 'q7')
    .replaceAll(/(<\/?|xmlns:)a(?=[:=])/g, '$1b7')
    .replaceAll(/(<\/?|xmlns:)soap(?=[:=])/g, '$1S')
}

function braces(xml: string): string {
  return xml.replaceAll(/<sessionId>\{([^}<]*)\}</g, '<sessionId>$1<').replace(/(<responseInfo>.*?<correlationId>)([^<{]+)</s, '$1{$2}<')
}

/** Odd and right: done before the Body is signed. */
export const WORN: Readonly<Record<string, (xml: string, now: number) => string>> = {
  'prefix-roulette': prefixes,
  'session-braces': braces,
  'cr-entities': (xml) => xml.replaceAll('><', '>&#13;\n<'),
  'clock-ahead': (xml, now) => xml.replaceAll(/<responseDate>[^<]*</g, `<responseDate>${busDate(now + YEAR_MS)}<`),
}

const inside = (more: string) => (xml: string) => xml.replace('</response>', `${more}</response>`)

/** Wrong: done to what is signed already. */
export const SPOILT: Readonly<Record<string, (xml: string) => string>> = {
  doctype: (xml) => `<!DOCTYPE soap [<!ENTITY a "aaaa">]>${xml}`,
  'two-roots': (xml) => xml + xml,
  'xml-unclosed': inside('<open>'),
  'xml-entity': inside('<note>&nobody;</note>'),
  'xml-deep': inside(`${'<d>'.repeat(LEVELS)}${'</d>'.repeat(LEVELS)}`),
  'xml-siblings': inside('<i/>'.repeat(SIBLINGS)),
  'nul-entity': inside('<note>&#0;</note>'),
  'proto-keys': inside('<constructor>x</constructor>'),
  'bad-signature': (xml) =>
    xml.includes('SCSS001') ? xml.replace('SCSS001', 'Success') : xml.replace('<responseDate>', '<responseDate> '),
}
