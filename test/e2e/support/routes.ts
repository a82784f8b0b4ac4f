import type { Express } from 'express'

interface Layer {
  route?: { path: string; methods: Record<string, boolean>; stack: { handle: { guard?: string } }[] }
  handle: { stack?: Layer[] }
}

export interface PageRoute {
  path: string
  /** The permission that it requires, or `anyone`. */
  guard: string
}

/** Every GET route of the app, read from the routers themselves so that no page can be forgotten. */
export function pageRoutes(app: Express): PageRoute[] {
  return routesIn((app.router as unknown as { stack: Layer[] }).stack)
}

function routesIn(layers: readonly Layer[]): PageRoute[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return handle.stack ? routesIn(handle.stack) : []
    const guard = route.stack[0]?.handle.guard
    return route.methods.get === true && guard !== undefined ? [{ path: route.path, guard }] : []
  })
}
