/** What the expressions of a request look at. */
export interface BruAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON where the answer is JSON, else text. */
  readonly body: unknown
}

const STEP = /\.(\w+)|\[(\d+)\]|\["([^"]+)"\]/gy

/** The value of `res.body.items[0].id`: keys and numbers, no other JavaScript. Undefined where there is nothing; throws on what it cannot read. */
export function evaluated(expression: string, answer: BruAnswer): unknown {
  const path = expression.replace(/^res(?=[.[])/, '')
  const steps = [...path.matchAll(STEP)]
  if (path === expression || steps.map(([step]) => step).join('') !== path) throw new SyntaxError(`not an expression: ${expression}`)
  let value: unknown = answer
  for (const [, name, index, quoted] of steps) {
    const key = name ?? index ?? quoted ?? ''
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  }
  return value
}

/** A text with `{{name}}` filled in; an object as JSON. Throws on a name that nobody has set. */
export function filled(text: string, variables: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const value = variables.get(name.trim())
    if (value === undefined || value === '') throw new ReferenceError(`the variable ${name.trim()} is not set`)
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
}

const OPERATORS: Readonly<Record<string, (value: unknown, operand: string) => boolean>> = {
  eq: (value, operand) => String(value) === operand,
  in: (value, operand) =>
    operand
      .replace(/^\[|\]$/g, '')
      .split(',')
      .some((one) => one.trim() === String(value)),
  startsWith: (value, operand) => typeof value === 'string' && value.startsWith(operand),
  matches: (value, operand) => new RegExp(operand).test(String(value)),
  isDefined: (value) => value !== undefined,
}

/** Whether an assertion (`eq 200`) holds of a value; throws on an operator that is not known here. */
export function holds(value: unknown, assertion: string): boolean {
  const [operator = '', ...rest] = assertion.trim().split(' ')
  const check = OPERATORS[operator]
  if (!check) throw new SyntaxError(`not an operator: ${operator}`)
  return check(value, rest.join(' '))
}
