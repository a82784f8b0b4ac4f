import express, { type Router } from 'express'

export function councilRoutes(): Router {
  const router = express.Router()
  return router
}
