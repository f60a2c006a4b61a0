/*
 * Stands in the Worker for `thread-stream` (see wrangler.toml): pino loads it for transports in another thread, and the gateway writes
 * its lines itself.
 */
export {}
