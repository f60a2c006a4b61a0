/*
 * Stands in the Worker for the entities of `@xmldom/xmldom` (see wrangler.toml), of which those of HTML are two thousand: what is signed
 * and verified is XML, which has five.
 */

/** The entities that every document of XML has (XML 1.0, 4.6). */
export const XML_ENTITIES = Object.freeze({ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' })

/** No document of HTML is read. */
export const HTML_ENTITIES = XML_ENTITIES
