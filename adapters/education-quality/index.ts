import { z } from 'zod'
import type { Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseQuality } from './normalise.ts'
import { readPages } from './pages.ts'
import { QualityWire } from './wire.ts'

const PAGE_SIZE = 50
const Login = z.object({ accessToken: z.string().min(1), expiresIn: z.number().positive() })

async function fetch({ iin, schoolYears }: Teacher, source: Source): Promise<Reply> {
  const records = await readPages((page) =>
    source.json({
      method: 'POST',
      path: '/api/v1/education-quality/search',
      query: { page, size: PAGE_SIZE },
      json: { iin, from: schoolYears.from, to: schoolYears.to },
    }),
  )
  return records === null ? { outcome: 'unreadable', reason: 'protocol' } : { records }
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
  delivery: { kind: 'pull', fetch },
  normalise: normaliseQuality,
}
