import type { Hono } from 'hono'
import type { PretendGovernment } from '../host.ts'

export function uiRoutes(app: Hono, government: PretendGovernment): void {
  void app
  void government
}
