import express, { type Router } from 'express'

export function accountRoutes(): Router {
  const router = express.Router()
  return router
}
