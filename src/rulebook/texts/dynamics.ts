import type { GrowthReading } from '../../../schemas/portfolio.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

const FORMULAS: Readonly<Record<GrowthReading, Trilingual>> = {
  per_year: {
    kk: 'Сапа, % = «5» және «4» бағаларының саны ÷ барлық баға саны × 100, оқу жылындағы барлық сынып пен пән бойынша. Өсім — бір жылдан келесі жылға дейінгі ең аз айырма, пайыздық тармақпен.',
    ru: 'Качество, % = число «5» и «4» ÷ число всех оценок × 100, по всем классам и предметам учебного года. Рост — наименьшая разница от года к году, в процентных пунктах.',
    en: 'Quality, % = number of marks 5 and 4 ÷ number of all marks × 100, over all classes and subjects of a school year. Growth is the least difference from one year to the next, in percentage points.',
  },
  over_period: {
    kk: 'Сапа, % = «5» және «4» бағаларының саны ÷ барлық баға саны × 100, оқу жылындағы барлық сынып пен пән бойынша. Өсім — соңғы және бірінші жылдың айырмасы, пайыздық тармақпен.',
    ru: 'Качество, % = число «5» и «4» ÷ число всех оценок × 100, по всем классам и предметам учебного года. Рост — разница последнего и первого года, в процентных пунктах.',
    en: 'Quality, % = number of marks 5 and 4 ÷ number of all marks × 100, over all classes and subjects of a school year. Growth is the difference between the last year and the first, in percentage points.',
  },
}

/** The formula by which the growth of quality is computed, in the reading that the edition takes. */
export function growthFormula(reading: GrowthReading): Trilingual {
  return FORMULAS[reading]
}
