import { expect, test } from 'vitest'
import { adapters } from '../adapters/index.ts'
import { sourceTitles } from '../schemas/source-titles.ts'
import { placeholderTitle } from '../scripts/new-source/new-id.ts'

/* A generated source is called something at once, so that everything runs; it is not shipped under a name that says that it has none. */

/** The sources that nobody has named yet, in one language or more. */
function unnamed(titles: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly string[] {
  const isPlaceholder = (id: string, language: string, text: string) =>
    Object.entries(placeholderTitle(id)).some(([one, other]) => one === language && other === text)
  return Object.entries(titles).flatMap(([id, title]) =>
    Object.entries(title).some(([language, text]) => isPlaceholder(id, language, text)) ? [id] : [],
  )
}

test('sees a placeholder in any language', () => {
  const named = { kk: 'Мысал', ru: 'Пример', en: 'Example' }
  for (const language of ['kk', 'ru', 'en'] as const) {
    const title = { ...named, [language]: placeholderTitle('demo-source')[language] }
    expect(unnamed({ 'demo-source': title, other: named })).toEqual(['demo-source'])
  }
})

// On the machine of an author a new source may go on without a name: the tree is green as it was generated.
test.runIf(process.env.CI)('refuses to ship a source that nobody has named', () => {
  expect(unnamed({ ...sourceTitles, ...Object.fromEntries(adapters.map(({ id, title }) => [id, title])) })).toEqual([])
  expect(unnamed(sourceTitles)).toEqual([])
})
