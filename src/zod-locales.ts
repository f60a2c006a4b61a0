/*
 * Stands in the Worker for zod's own texts in forty languages (see wrangler.toml): a tenth of the bundle, and none of them is ever
 * shown, since refusals carry codes.
 */
export {}
