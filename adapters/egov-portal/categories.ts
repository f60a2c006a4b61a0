import { Category } from '../../schemas/category.ts'
import { foldName } from '../../schemas/names.ts'

/** Names of categories as forms write them, kk and ru (domain page, 7.2). */
const NAMES: Readonly<Record<Category, readonly string[]>> = {
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
  old_second: ['екінші санат', 'вторая категория', 'вторая'],
  old_first: ['бірінші санат', 'первая категория', 'первая'],
  old_highest: ['жоғары санат', 'высшая категория', 'высшая'],
  old_head_organiser: ['басшы-ұйымдастырушы', 'руководитель-организатор'],
  old_head_manager: ['басшы-менеджер', 'руководитель-менеджер'],
  old_head_leader: ['басшы-көшбасшы', 'руководитель-лидер'],
  head: ['басшы', 'руководитель'],
  deputy: ['басшының орынбасары', 'заместитель руководителя'],
}

const byName = new Map(Category.options.flatMap((code) => NAMES[code].map((name) => [foldName(name), code] as const)))

/** The category of a code or a name, blanks round hyphens and letters folded; null where it is neither. */
export function categoryOf(text: string | null): Category | null {
  if (text === null) return null
  return Category.safeParse(text).data ?? byName.get(foldName(text)) ?? null
}
