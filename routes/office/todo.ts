import express, { type Router } from 'express'

export function todoRoutes(): Router {
  const router = express.Router()
  return router
}
