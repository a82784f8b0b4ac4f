import type { Express, RequestHandler, Router } from 'express'
import type { Guard } from '../../routes/web/access.ts'

export interface ListedRoute {
  method: string
  path: string
  /** The guard that comes first; undefined when the first handler is no guard. */
  guard: Guard['guard'] | undefined
}

interface Layer {
  handle: RequestHandler & { stack?: Layer[]; guard?: Guard['guard'] }
  method?: string
  route?: { path: string; stack: Layer[] }
}

/** Every route of the app in the order in which a request meets it, nested routers included. */
export function listRoutes(app: Express | Router): ListedRoute[] {
  const router = 'router' in app ? (app.router as unknown) : app
  return inStack((router as { stack: Layer[] }).stack)
}

function inStack(stack: readonly Layer[]): ListedRoute[] {
  return stack.flatMap(({ route, handle }) => {
    if (route) {
      const methods = [...new Set(route.stack.map(({ method }) => method ?? 'all'))]
      return methods.map((method) => {
        const first = route.stack.find((layer) => (layer.method ?? 'all') === method)
        return { method, path: route.path, guard: first?.handle.guard }
      })
    }
    return handle.stack ? inStack(handle.stack) : []
  })
}
