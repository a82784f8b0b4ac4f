import express, { type Router } from 'express'

export function meetingRoutes(): Router {
  const router = express.Router()
  return router
}
