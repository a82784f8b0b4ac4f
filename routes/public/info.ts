import express, { type Router } from 'express'

export function infoRoutes(): Router {
  const router = express.Router()
  return router
}
