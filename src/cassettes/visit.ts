/** A value of a body: on which path its key stands, and in which record of a list. Gives what is written in its place. */
export type Visit = (path: readonly string[], text: string, record: number) => string
