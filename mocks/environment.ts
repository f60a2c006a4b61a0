import { MOCK_CREDENTIALS, MOCKED } from './world.ts'

/** The variables that point a gateway at the pretend government of this URL. */
export function mockEnvironment(url: string): Record<string, string> {
  const pairs = MOCKED.flatMap((source) => {
    const prefix = source.toUpperCase().replaceAll('-', '_')
    const { user, password } = MOCK_CREDENTIALS[source]
    return [
      [`${prefix}_URL`, `${url}/${source}`],
      [`${prefix}_USER`, user],
      [`${prefix}_PASSWORD`, password],
    ]
  })
  return Object.fromEntries(pairs)
}
