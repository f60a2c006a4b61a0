import { describe, expect, test } from 'vitest'
import { bend, type Spots, type WireRecord } from './bend.ts'
import { BENDS } from './bends.ts'

const SPOTS: Spots = {
  subject: 'holder.iin',
  names: ['holder.surname', 'place'],
  drift: 'number',
  typed: 'day',
  text: 'note',
  blanks: ['place', 'note'],
  code: 'status.code',
}
const RECORD: WireRecord = {
  number: '12',
  day: '2012-06-30',
  note: 'мысал',
  place: 'Өскемен',
  status: { code: '1' },
  holder: { iin: '000312100017', surname: 'ҚАСЫМОВ' },
}
const FOREIGN = '850312100016'
const bent = (scenario: string) => bend(scenario, [RECORD, { ...RECORD, number: '13' }], SPOTS, FOREIGN)

describe('bending', () => {
  test.each(Object.keys(BENDS))('changes what is sent under %s', (scenario) => {
    expect(JSON.stringify(bent(scenario))).not.toBe(JSON.stringify(bent('ok')))
  })

  test('spares the second record where one alone is bad, and adds one where there is none', () => {
    expect(bent('wrong-type')[1]).toEqual({ ...RECORD, number: '13' })
    expect(bend('errors-joined', [RECORD], SPOTS, FOREIGN)).toHaveLength(2)
  })

  test('keeps the right records beside the one of somebody else', () => {
    expect(bent('mixed-persons').map(({ holder }) => (holder as WireRecord).iin)).toEqual(['000312100017', '000312100017', FOREIGN])
  })

  test('loses the zeros of a number and nothing else', () => {
    expect(bent('iin-number')[0]).toEqual({ ...RECORD, holder: { iin: 312100017, surname: 'ҚАСЫМОВ' } })
  })

  test('puts the end of a decimal to a number and nothing else', () => {
    expect(bent('iin-decimal')[0]).toEqual({ ...RECORD, holder: { iin: '312100017.0', surname: 'ҚАСЫМОВ' } })
  })

  test('writes days in other formats that mean the same', () => {
    const days = bend(
      'date-zoo',
      Array.from({ length: 4 }, () => RECORD),
      SPOTS,
      '',
    ).map(({ day }) => day)
    expect(days).toEqual(['30.06.2012 00:00', '2012-06-30T00:00:00', '2012-06-30T00:00:00.000+05:00', '30.06.2012'])
    expect(bend('tz-shift', [{ ...RECORD, day: '01.09.2025' }], SPOTS, '')[0]?.day).toBe('2025-09-01+06:00')
  })
})
