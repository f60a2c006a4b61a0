import { mocks } from './mocks.ts'

/** The variables that point a gateway at the pretend government of this URL. */
export function mockEnvironment(url: string): Record<string, string> {
  const pairs = mocks.flatMap(({ id, credentials }) => {
    const prefix = id.toUpperCase().replaceAll('-', '_')
    const known = Object.entries(credentials).map(([key, value]) => [`${prefix}_${key.toUpperCase()}`, value])
    return [[`${prefix}_URL`, `${url}/${id}`], ...known]
  })
  return Object.fromEntries(pairs)
}
