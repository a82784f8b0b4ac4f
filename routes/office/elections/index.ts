import express, { type Router } from 'express'

export function electionRoutes(): Router {
  const router = express.Router()
  return router
}
