import { z } from 'zod'
import type { Access, Adapter, Reply, Source, Teacher } from '../adapter.ts'
import { normaliseCourse } from './normalise.ts'
import { readPages } from './pages.ts'
import { CourseWire } from './wire.ts'

const PAGE_SIZE = 50
/** A life of the token as a number, or as text. */
const Seconds = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .pipe(z.number().positive())
const Token = z.object({ access_token: z.string().min(1), expires_in: Seconds })

/** OAuth 2 client credentials: user and password of the settings are id and secret of the client. */
const access: Access = {
  kind: 'session',
  login: (client_id, client_secret) => ({
    method: 'POST',
    path: '/oauth/token',
    form: { grant_type: 'client_credentials', client_id, client_secret },
  }),
  token(body) {
    const token = Token.safeParse(body)
    return token.success ? { token: token.data.access_token, seconds: token.data.expires_in } : null
  },
  header: (token) => ['authorization', `Bearer ${token}`],
}

function fetch({ iin }: Teacher, source: Source): Promise<Reply> {
  return readPages((cursor) => {
    const json = { iin, ...(cursor === undefined ? {} : { cursor }), limit: PAGE_SIZE }
    return source.json({ method: 'POST', path: '/api/v1/certificates/search', json })
  })
}

/** Certificates of professional development courses: REST, OAuth 2, cursor pages by person (contract page, C). */
export const courses: Adapter<CourseWire> = {
  id: 'courses',
  version: '1.0.0',
  title: { kk: '«Өрлеу» курстарының тізілімі', ru: 'Реестр курсов «Өрлеу»', en: 'Register of courses' },
  fills: ['courses'],
  service: 'courses',
  access,
  wire: CourseWire,
  baseline: [['titleKk', 'titleRu'], 'hours', 'finishDate'],
  personal: { document: ['certificateNo', 'cursor', 'nextCursor'], plain: ['grant_type', 'expires_in', 'limit'] },
  delivery: { kind: 'pull', fetch },
  normalise: normaliseCourse,
}
