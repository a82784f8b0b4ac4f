import express, { type Router } from 'express'

export function statutesRoutes(): Router {
  const router = express.Router()
  return router
}
