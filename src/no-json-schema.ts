/** Stands in the Worker for what zod makes of JSON Schema (see wrangler.toml): the gateway only goes the other way. */
export const fromJSONSchema = null
