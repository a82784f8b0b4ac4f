import { expect } from 'chai'
import express from 'express'
import { anyone, requires } from '../../../routes/web/access.ts'
import { PERMISSIONS } from '../../../models/accounts/permissions.ts'
import { anApp } from '../../support/app.ts'
import { listRoutes, type ListedRoute } from '../../support/routes.ts'

const unguarded = (routes: readonly ListedRoute[]) =>
  routes.filter(({ guard }) => guard === undefined).map(({ method, path }) => `${method} ${path}`)

describe('Guards', () => {
  it('no route of the house is without one as its first handler', async () => {
    const routes = listRoutes((await anApp()).app)
    expect(routes.length).to.be.greaterThan(50)
    expect(unguarded(routes)).to.deep.equal([])
  })

  it('nothing under /kontor is open to anyone, and every guard is a permission that somebody has', async () => {
    const routes = listRoutes((await anApp()).app)
    const open = routes.filter(({ guard }) => guard === 'anyone').map(({ path }) => path)
    expect(open.filter((path) => path.startsWith('/kontor'))).to.deep.equal([])
    const asked = new Set(
      routes.map(({ guard }) => guard).filter((guard) => guard !== 'anyone' && guard !== 'booth'),
    )
    expect(
      [...asked].filter(
        (guard) => guard === undefined || (PERMISSIONS[guard] as readonly string[]).length === 0,
      ),
    ).to.deep.equal([])
  })

  it('whoever may send a form may see a page at the same door: posts outside /kontor are few and named', async () => {
    const routes = listRoutes((await anApp()).app)
    const posts = routes.filter(({ method, path }) => method !== 'get' && !path.startsWith('/kontor'))
    expect(posts.map(({ method, path }) => `${method} ${path}`).sort()).to.deep.equal([
      'post /adgangskode/:token',
      'post /log-ind',
      'post /log-ud',
      'post /start/:token',
      'post /stemmeboks/forbind',
      'post /stemmeboks/opgivet',
      'post /stemmeboks/proeve',
      'post /stemmeboks/proeve/slut',
      'post /stemmeboks/proeve/virker',
      'post /stemmeboks/status',
      'post /stemmeboks/stemme',
      'post /stemmeboks/stemmeseddel',
      'post /stemmeboks/tilstand',
    ])
  })

  it('what a paired tablet may do is behind its own door, and nothing else is', async () => {
    const routes = listRoutes((await anApp()).app)
    const booth = routes.filter(({ guard }) => guard === 'booth').map(({ path }) => path)
    expect(booth.length).to.be.greaterThan(3)
    expect(booth.filter((path) => !path.startsWith('/stemmeboks'))).to.deep.equal([])
  })

  describe('the walk itself sees', () => {
    const handler = (_req: express.Request, res: express.Response) => {
      res.end()
    }

    it('a route without a guard, however deep it is nested', () => {
      const inner = express.Router().get('/open', handler).post('/closed', requires('office.enter'), handler)
      const app = express().use('/kontor', express.Router().use(inner))
      expect(unguarded(listRoutes(app))).to.deep.equal(['get /open'])
    })

    it('a guard that comes too late', () => {
      const late = express.Router().get('/late', handler, requires('office.enter'))
      expect(unguarded(listRoutes(late))).to.deep.equal(['get /late'])
    })

    it('each method of one path by itself', () => {
      const router = express.Router()
      router.route('/both').get(anyone, handler).post(handler)
      expect(unguarded(listRoutes(router))).to.deep.equal(['post /both'])
      router.all('/all', handler)
      expect(unguarded(listRoutes(router))).to.deep.equal(['post /both', 'all /all'])
    })
  })
})
