import { expect, test } from 'vitest'
import { promMetrics } from './metrics.ts'

test('renders what was counted in Prometheus text', async () => {
  const metrics = promMetrics()
  metrics.sourceAsked('diplomas', 'unavailable', 'timeout', 1.2)
  metrics.event('diplomas', 'foreign')
  metrics.retried('diplomas', 'http_5xx')
  metrics.requestServed('/v1/portfolios', 'POST', 201, 0.3)
  const text = await metrics.render()
  expect(text).toContain('gateway_source_requests_total{source="diplomas",outcome="unavailable",reason="timeout"} 1')
  expect(text).toContain('gateway_source_events_total{source="diplomas",kind="foreign"} 1')
  expect(text).toContain('gateway_source_retries_total{source="diplomas",reason="http_5xx"} 1')
  expect(text).toContain('gateway_http_request_duration_seconds_count{route="/v1/portfolios",method="POST",status="201"} 1')
})

test('tells which sources somebody wants to be silent, as long as that is so', async () => {
  const metrics = promMetrics()
  const text = await metrics.render([{ source: 'diplomas', paused: true, maintenance: false, muted: true }])
  expect(text).toContain('gateway_source_paused{source="diplomas"} 1')
  expect(text).toContain('gateway_source_maintenance{source="diplomas"} 0')
  expect(text).toContain('gateway_source_muted{source="diplomas"} 1')
  const later = await metrics.render([{ source: 'diplomas', paused: false, maintenance: true, muted: false }])
  expect(later.match(/^gateway_source_(?:paused|maintenance|muted)\{.*$/gm)).toEqual([
    'gateway_source_paused{source="diplomas"} 0',
    'gateway_source_maintenance{source="diplomas"} 1',
    'gateway_source_muted{source="diplomas"} 0',
  ])
})
