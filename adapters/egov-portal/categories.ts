import type { Category } from '../../schemas/category.ts'
import { foldName } from '../../schemas/names.ts'

/** Names of categories as forms write them, kk and ru (domain page, 7.2). */
const NAMES: Readonly<Partial<Record<Category, readonly string[]>>> = {
  teacher_intern: ['педагог-тағылымдамашы', 'педагог-стажер'],
  teacher: ['педагог'],
  moderator: ['педагог-модератор'],
  expert: ['педагог-сарапшы', 'педагог-эксперт'],
  researcher: ['педагог-зерттеуші', 'педагог-исследователь'],
  master: ['педагог-шебер', 'педагог-мастер'],
  head_3: ['үшінші санаттағы басшы', 'руководитель третьей категории'],
  head_2: ['екінші санаттағы басшы', 'руководитель второй категории'],
  head_1: ['бірінші санаттағы басшы', 'руководитель первой категории'],
  deputy_3: ['үшінші санаттағы басшы орынбасары', 'заместитель руководителя третьей категории'],
  deputy_2: ['екінші санаттағы басшы орынбасары', 'заместитель руководителя второй категории'],
  deputy_1: ['бірінші санаттағы басшы орынбасары', 'заместитель руководителя первой категории'],
}

const byName = new Map(Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [foldName(name), code as Category] as const)))

/** The category of a name, blanks round hyphens and letters folded; undefined where it is none. */
export function categoryNamed(text: string | null): Category | undefined {
  return text === null ? undefined : byName.get(foldName(text))
}
