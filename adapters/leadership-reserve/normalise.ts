import { foldName } from '../../schemas/names.ts'
import type { FactDraft, Holder } from '../adapter.ts'
import type { ReserveWire } from './wire.ts'

/** A name of which only the first letter is written: «Т.», «Т.М.». */
const INITIAL = /^\p{L}\.?(?:\p{L}\.?)?$/u

/** The person whom a row names: surname, name, patronymic. What is written as an initial is not known; null: nobody is named. */
function holderOf(fio: string | null): Holder | null {
  if (fio === null) return null
  const [surname = null, name = '', ...patronymic] = fio.split(/\s+/)
  const known = (part: string) => (part === '' || INITIAL.test(part) ? null : part)
  return { surname, name: known(name), patronymic: known(patronymic.join(' ')), birthDate: null }
}

/** A row of the reserve to its fact: of each year its own. Who he is only serves comparison. */
export function normaliseReserve({ year, status, fio, region, orderNo, appointedAt }: ReserveWire): FactDraft[] {
  // Without a number of the order nothing tells two rows of one year apart but the region.
  const own = orderNo ?? foldName(region ?? '')
  return [
    {
      type: 'reserve_entry',
      section: 'leadership_reserve',
      key: `${year ?? ''} ${own}`,
      recordId: orderNo ?? (year === null ? null : String(year)),
      recordDate: appointedAt,
      holder: holderOf(fio),
      final: true,
      value: { year, status, region, orderNumber: orderNo, appointedOn: appointedAt },
    },
  ]
}
