import express, { type Router } from 'express'

export function registerRoutes(): Router {
  const router = express.Router()
  return router
}
