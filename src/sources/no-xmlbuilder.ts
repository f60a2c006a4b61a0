/** Stands for `xmlbuilder` in the bundle of the Worker: xml2js loads it for writing, and the gateway only reads. */
export const create = null
