import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { Agent } from 'undici'

/*
 * The bare floor: the same three questions to the same sources, by hand. No validation, no provenance, no gaps, no policy:
 * the bodies are joined as they came. What the gateway reaches is stated as a ratio of this, measured in the same run.
 */

const [upstream = '', port = '0'] = process.argv.slice(2)
const agent = new Agent({ connections: 128, pipelining: 1 })

const soap = (iin: string) =>
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:typ="http://bip.bee.kz/SyncChannel/v10/Types"><soapenv:Body>' +
  `<typ:SendMessage><request><requestInfo><messageId>1</messageId></requestInfo><requestData><data><iin>${iin}</iin></data></requestData></request>` +
  '</typ:SendMessage></soapenv:Body></soapenv:Envelope>'

async function ask(path: string, method: 'GET' | 'POST', contentType: string, body: string | null): Promise<string> {
  const answer = await agent.request({ origin: upstream, path, method, headers: { 'content-type': contentType }, body })
  return answer.body.text()
}

const app = new Hono().post('/v1/portfolios', async (context) => {
  const { iin, organisationBin } = await context.req.json<{ iin: string; organisationBin: string }>()
  const [diplomas, quality, achievements] = await Promise.all([
    ask('/diplomas', 'POST', 'text/xml; charset=utf-8', soap(iin)),
    ask(
      '/education-quality/api/v1/education-quality/search?page=0&size=50',
      'POST',
      'application/json',
      JSON.stringify({ iin, from: 2023, to: 2025 }),
    ),
    ask(`/student-achievements/api/v2/achievements?mentorBin=${organisationBin}&offset=0&limit=200`, 'GET', 'application/json', null),
  ])
  return context.body(`{"diplomas":${JSON.stringify(diplomas)},"quality":${quality},"achievements":${achievements}}`, 201, {
    'content-type': 'application/json',
  })
})

const server = serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, (address) => {
  console.log(JSON.stringify({ port: address.port }))
})
process.on('SIGTERM', () => server.close(() => process.exit(0)))
