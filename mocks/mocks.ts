import type { Mock } from './mock.ts'

/** The sources of the contract page. Each is played by the folder of its name. A list, because in a Worker there are no folders to look into. */
const SOURCES = [
  'population-register',
  'diplomas',
  'employment',
  'egov-portal',
  'knowledge-test',
  'education-quality',
  'student-achievements',
  'teacher-achievements',
  'experience-generalisation',
  'courses',
  'leadership-reserve',
] as const

/** Nobody plays it yet, in the words of Node and of Vite. */
const NOBODY = /^Cannot find module|^Unknown variable dynamic import/

async function mockOf(id: string): Promise<readonly Mock[]> {
  try {
    return [((await import(`./${id}/handlers.ts`)) as { mock: Mock }).mock]
  } catch (error) {
    if (error instanceof Error && NOBODY.test(error.message) && error.message.includes(`/${id}/handlers.ts`)) return []
    throw error
  }
}

/** Everything that is played: for an id of the list its folder is enough. */
export const mocks: readonly Mock[] = (await Promise.all(SOURCES.map(mockOf))).flat()

/** The mock of this id. */
export function mockNamed(id: string): Mock | undefined {
  return mocks.find((mock) => mock.id === id)
}
