interface Registered {
  readonly method: string
  readonly path: string
}

/** Whether a path as it was sent fits the pattern of a route. */
function fits(pattern: string, path: string): boolean {
  const [expected, given] = [pattern.split('/'), path.split('/')]
  return (
    expected.length === given.length &&
    expected.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
  )
}

/** The methods that the routes take at this path, `HEAD` beside `GET`; none where there is no such path. */
export function allowedMethods(routes: readonly Registered[], path: string): readonly string[] {
  const methods = new Set<string>()
  for (const route of routes) {
    if (route.method === 'ALL' || !fits(route.path, path)) continue
    methods.add(route.method)
    if (route.method === 'GET') methods.add('HEAD')
  }
  return [...methods].sort()
}
