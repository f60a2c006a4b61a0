import { z } from 'zod'
import { echoedIin } from '../../schemas/wire.ts'
import type { Adapter, Paging, RawRecord, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseQuality } from './normalise.ts'
import { QualityWire } from './wire.ts'

const PAGE_SIZE = 50
/** A teacher has some hundred rows; far more than this is a loop. */
const MOST_PAGES = 40
const Login = z.object({ accessToken: z.string().min(1), expiresIn: z.number().positive() })
/** A Spring page, as far as we read it. */
const Page = z.object({ content: z.array(z.unknown()), totalElements: z.number().int().nonnegative() })

/** The pages of the rows of one person. */
function listOf({ iin, schoolYears: { from, to } }: Teacher): Paging {
  return {
    sizes: [PAGE_SIZE],
    most: MOST_PAGES,
    call: ({ page, size }) => ({
      method: 'POST',
      path: '/api/v1/education-quality/search',
      query: { page, size },
      json: { iin, from, to },
    }),
    read(body) {
      const page = Page.safeParse(body)
      return page.success ? { rows: page.data.content, total: page.data.totalElements } : null
    },
  }
}

async function fetch(teacher: Teacher, source: Source): Promise<Reply> {
  const records: RawRecord[] = []
  for await (const { rows, exchange } of source.pages(listOf(teacher))) {
    const echoed = (value: unknown) => echoedIin((value as { teacherIin?: unknown } | null)?.teacherIin)
    records.push(...rows.map((value) => ({ value, iin: echoed(value), exchange })))
  }
  return { records }
}

/** Quality of knowledge by class, subject and period: REST, Access-Token, Spring pages (contract page, C). */
export const educationQuality: Adapter<QualityWire> = {
  id: 'education-quality',
  version: '1.0.0',
  title: {
    kk: 'Білім сапасы (электрондық журнал)',
    ru: 'Качество образования (электронный журнал)',
    en: 'Education quality (electronic journal)',
  },
  fills: ['teaching_quality'],
  service: 'education-quality',
  access: {
    kind: 'session',
    login: (username, password) => ({ method: 'POST', path: '/api/v1/authorizations/bycredentials', json: { username, password } }),
    token(body) {
      const login = Login.safeParse(body)
      return login.success ? { token: login.data.accessToken, seconds: login.data.expiresIn } : null
    },
    header: (token) => ['access-token', token],
  },
  wire: QualityWire,
  baseline: ['academicYear', 'period', 'subject.code', ['marks', 'qualityPercent'], ['marks', 'performancePercent']],
  personal: { plain: ['totalElements', 'expiresIn', 'page', 'size', 'from', 'to'] },
  delivery: { kind: 'pull', fetch },
  normalise: normaliseQuality,
}
