import { SourceHealth } from '../../schemas/source-health.ts'
import type { ActionCommand } from './action-line.ts'
import { EXIT, type ExitCode } from './failure.ts'
import { orderTable } from './orders.ts'
import { sourceTable } from './sources.ts'
import type { Desk } from './terminal.ts'

/** `pause`, `resume`, `mute`, `maintenance`, `breaker`: says it, and shows the source as it is from now on. */
export async function order(desk: Desk, { verb, source, body }: ActionCommand): Promise<ExitCode> {
  const { value, text } = await desk.gateway.post(`/v1/sources/${source}/${verb}`, body, SourceHealth)
  desk.out(desk.json ? text : [...sourceTable([value], desk), ...orderTable([value], desk)].join('\n'))
  return EXIT.ok
}
