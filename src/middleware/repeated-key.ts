interface Level {
  readonly keys: Set<string> | null
  /** The next string of an object is a key. */
  expectsKey: boolean
}

/** The end (exclusive) of the string that begins at `start`. */
function endOfString(json: string, start: number): number {
  let index = start + 1
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index + 1
}

/** Notes a key; true where the object had it already, whichever way it is escaped. */
function isRepeated(level: Level, literal: string): boolean {
  level.expectsKey = false
  const key = String(JSON.parse(literal))
  if (level.keys?.has(key)) return true
  level.keys?.add(key)
  return false
}

/** What a sign outside strings means for the levels of nesting. */
function step(levels: Level[], sign: string | undefined): void {
  if (sign === '{') levels.push({ keys: new Set(), expectsKey: true })
  else if (sign === '[') levels.push({ keys: null, expectsKey: false })
  else if (sign === '}' || sign === ']') levels.pop()
  else if (sign === ',') {
    const level = levels.at(-1)
    if (level) level.expectsKey = level.keys !== null
  }
}

/** Whether any object of a well-formed JSON text has the same key twice (RFC 8259, 4: which one counts is then a guess). */
export function hasRepeatedKey(json: string): boolean {
  const levels: Level[] = []
  let index = 0
  while (index < json.length) {
    if (json[index] !== '"') {
      step(levels, json[index++])
      continue
    }
    const end = endOfString(json, index)
    const level = levels.at(-1)
    if (level?.expectsKey && isRepeated(level, json.slice(index, end))) return true
    index = end
  }
  return false
}
