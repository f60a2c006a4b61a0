import type { Gap } from '../../../schemas/gap.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import { dayText } from './moments.ts'
import { paragraphText } from './paragraphs.ts'
import { inEach, sentences } from './sentences.ts'

const ACTORS: Readonly<Record<Gap['actor'], Trilingual>> = {
  responsible_person: {
    kk: 'Кім әрекет етеді: ұйымның жауапты тұлғасы.',
    ru: 'Кто действует: ответственное лицо организации.',
    en: 'Who acts: the responsible person of the organisation.',
  },
  teacher: { kk: 'Кім әрекет етеді: педагогтің өзі.', ru: 'Кто действует: сам педагог.', en: 'Who acts: the teacher.' },
  source: {
    kk: 'Кім әрекет етеді: дереккөздің иесі, ұйымнан ештеңе талап етілмейді.',
    ru: 'Кто действует: владелец источника, от организации ничего не требуется.',
    en: 'Who acts: the owner of the source; nothing is asked of the organisation.',
  },
  operator: {
    kk: 'Кім әрекет етеді: жүйе операторы, ұйымнан ештеңе талап етілмейді.',
    ru: 'Кто действует: оператор системы, от организации ничего не требуется.',
    en: 'Who acts: the operator of the system; nothing is asked of the organisation.',
  },
}

const TYPED = {
  yes: { kk: 'Қолмен енгізуге болады', ru: 'Ручной ввод разрешён', en: 'Manual entry is allowed' },
  no: { kk: 'Қолмен енгізуге болмайды', ru: 'Ручной ввод не разрешён', en: 'Manual entry is not allowed' },
} as const satisfies Record<string, Trilingual>
const BASIS: Trilingual = { kk: 'негізі', ru: 'основание', en: 'basis' }

const BLOCKS = {
  application: {
    kk: 'Бұл олқылық жабылмайынша, портфолио өтініш беруге дайын емес.',
    ru: 'Пока этот пробел не закрыт, портфолио не готово к подаче заявления.',
    en: 'Until this gap is closed, the portfolio is not ready for the application.',
  },
  decision: {
    kk: 'Өтініш беруге кедергі емес, бірақ бұл олқылық жабылмайынша, портфолио комиссияның шешіміне дайын емес.',
    ru: 'Подаче заявления это не мешает, но пока пробел не закрыт, портфолио не готово к решению комиссии.',
    en: 'It does not hinder the application, but until the gap is closed the portfolio is not ready for the decision of the commission.',
  },
  none: {
    kk: 'Бұл олқылық өтінішке де, комиссияның шешіміне де кедергі деп саналмайды.',
    ru: 'Этот пробел не считается препятствием ни для заявления, ни для решения комиссии.',
    en: 'This gap is not counted as an obstacle, neither to the application nor to the decision of the commission.',
  },
} as const satisfies Record<string, Trilingual>
const DEADLINE: Trilingual = { kk: 'Соңғы мерзімі', ru: 'Срок', en: 'Deadline' }

function typedText(manualEntry: boolean, basis: string | null): Trilingual {
  const said = manualEntry ? TYPED.yes : TYPED.no
  if (basis === null) return inEach((language) => `${said[language]}.`)
  const place = paragraphText(basis)
  return inEach((language) => `${said[language]} (${BASIS[language]}: ${place[language]}).`)
}

/** What the edition adds to a gap: the paragraph that decides on typing, null where section or channel do; and whether nobody can act yet. */
export interface VerdictContext {
  readonly basis: string | null
  readonly nobodyActs: boolean
}

/** What follows of a gap: its own text, who acts, whether a human may type it, what it blocks. */
export function verdictText(gap: Gap, { basis, nobodyActs }: VerdictContext): Trilingual {
  const { text, actor, manualEntry, blocking, stage, deadline } = gap
  const day = deadline === null ? null : dayText(deadline)
  return sentences(
    text,
    nobodyActs ? null : ACTORS[actor],
    typedText(manualEntry, basis),
    BLOCKS[blocking ? stage : 'none'],
    day && inEach((language) => `${DEADLINE[language]}: ${day[language]}.`),
  )
}
