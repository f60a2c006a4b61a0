import type { Edition } from '../edition.ts'
import { order32 } from '../order-32-2025-02-25/index.ts'
import { order72Platform } from '../order-72-2025-01-01/index.ts'

const NOT_READ = {
  kk: 'Осы редакцияның мәтіні оқылған жоқ: бөлік 25.02.2025 жылғы редакциядан алынды.',
  ru: 'Текст этой редакции не прочитан: часть взята из редакции от 25.02.2025.',
  en: 'The text of this edition was not read: the part is taken from the edition of 25.02.2025.',
}
const MOVED_LATER = {
  kk: 'Платформаға көшу 2025 жылдан жарияланды; оған дейін өтініштер қалай берілгені оқылған мәтіндерде жоқ.',
  ru: 'Переход на Платформу объявлен с 2025 года; как заявления подавались раньше, прочитанные тексты не говорят.',
  en: 'The move to the Platform was announced for 2025; the texts that were read do not say how applications went before.',
}
const ASKED_BEFORE = {
  kk: 'Тек пән бойынша тестілеу 2025 жылдан жарияланды; оған дейінгі мазмұны оқылған мәтіндерде жоқ.',
  ru: 'Тестирование только по предмету объявлено с 2025 года; прежнего содержания прочитанные тексты не дают.',
  en: 'A test on the subject only was announced for 2025; the texts that were read do not give what was asked before.',
}
const FROM_2025 = 'letter No. 20-1-20-7/8460-И of 10.12.2024 (from 2025)'
/** Where the move of 2025 is what was not read, and not only the text. */
const REASONS: Readonly<Record<string, Edition['takenOver'][number]['reason']>> = {
  channels: MOVED_LATER,
  channelRule: MOVED_LATER,
  hands: MOVED_LATER,
  'test.content': ASKED_BEFORE,
}
const TAKEN_AS_IN_2025 = order72Platform.takenOver
  .map(({ part }) => part.replace(/^clock\..*/, 'clock'))
  .filter((part) => !/^(?:channels|exemptions\.confirming)\./.test(part))
const PARTS = [...new Set([...TAKEN_AS_IN_2025, ...Object.keys(REASONS)])]

/** Appendix 1 of order No. 72 of 02.04.2024, in force from 08.04.2024 and used in that year. Nothing but its dates could be read. */
export const order72: Edition = {
  ...order32,
  id: 'order-72-2024-04-08',
  title: {
    kk: 'Педагогтерді аттестаттау қағидалары мен шарттары, 02.04.2024 жылғы № 72 бұйрыққа 1-қосымша',
    ru: 'Правила и условия проведения аттестации педагогов, приложение 1 к приказу № 72 от 02.04.2024',
    en: 'Rules and conditions of teacher attestation, appendix 1 of order No. 72 of 02.04.2024',
  },
  validFrom: '2024-04-08',
  validUntil: '2024-12-31',
  takenOver: PARTS.map((part) => ({ part, from: order32.id, reason: REASONS[part] ?? NOT_READ })),
  // Those who confirm their category are freed of the test from 2025 on.
  exemptions: { ...order32.exemptions, confirming: { categories: [], timesInRow: 0, rule: FROM_2025 } },
}
