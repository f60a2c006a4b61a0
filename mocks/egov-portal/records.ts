import { type Person, throughPortal, yearsFrom } from '../cast/person.ts'

/** One coded value of the form. */
export interface FormValue {
  readonly code: string
  readonly values: unknown
}

const CATEGORY: Readonly<Record<string, readonly [kk: string, ru: string]>> = {
  expert: ['педагог-сарапшы', 'педагог-эксперт'],
  researcher: ['педагог-зерттеуші', 'педагог-исследователь'],
  master: ['педагог-шебер', 'педагог-мастер'],
  head_1: ['бірінші санаттағы басшы', 'руководитель первой категории'],
  head_2: ['екінші санаттағы басшы', 'руководитель второй категории'],
}

function category(code: string) {
  const [kkValue, ruValue] = CATEGORY[code] ?? ['', '']
  return { domainItemData: { code, kkValue, ruValue } }
}

/** The form of an application; null: nobody of that number has applied. */
export function applicationOf(
  person: Person,
  today: string,
): { readonly head: Readonly<Record<string, unknown>>; readonly values: readonly FormValue[] } | null {
  if (!throughPortal(person) || person.archetype === 'researcher-not-applied') return null
  const { iin, surname, name, patronymic, birthDate, claim, index } = person
  const refused = person.archetype === 'master-refused-before'
  const head = {
    importSource: 'EGOV_PORTAL',
    externalRequestId: `00${2_600_000 + index}`,
    externalRequestChainId: `${2_600_000 + index}`,
    requesterIin: iin,
    requesterLastName: surname,
    requesterFirstName: name,
    requesterMiddleName: patronymic ?? undefined,
    requesterBirthDate: birthDate,
    serviceType: 'REQUEST_FORM_ATTESTATION_TEACHER',
    processingStatus: refused ? 'DONE' : 'IN_PROGRESS',
    resolutionType: refused ? 'NEGATIVE' : 'NO_RESOLUTION',
    ...(refused && {
      resolutionDate: yearsFrom(today, 0),
      negativeResolutionReasonTextKk: 'Құжаттар толық емес (мысал)',
      negativeResolutionReasonTextRu: 'Неполный пакет документов (пример)',
      negativeResolutionMissingDocumentsListKk: 'Курс сертификаты (мысал)',
      negativeResolutionMissingDocumentsListRu: 'Сертификат о курсах (пример)',
    }),
  }
  const year = Number(today.slice(0, 4))
  const values = [
    { code: 'declared_category', values: category(claim.claimedCategory) },
    { code: 'current_category', values: category(claim.currentCategory) },
    { code: 'current_category_valid_until', values: { date: claim.currentCategoryValidUntil } },
    { code: 'current_category_order_no', values: { string: `${15 + index}` } },
    { code: 'current_category_order_date', values: { date: `${year - 4}-06-01` } },
    { code: 'post', values: { string: claim.post } },
    { code: 'organisation_bin', values: { string: person.bin } },
    { code: 'submitted_at', values: { date: `${year}-01-15` } },
    { code: 'essay_language', values: { string: 'kk' } },
    { code: 'essay_words', values: { number: 275 } },
    { code: 'documents', values: [{ fileData: { name: 'essay.pdf', base64Data: 'JVBERi0xLjcgKG1vY2sp' } }] },
  ]
  return { head, values }
}
