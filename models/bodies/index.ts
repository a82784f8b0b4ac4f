/** What the routes use of places and organisations and of their mergers. */

export { changeContact, moveBody, registerBody, renameBody } from './acts.ts'
export { listBodies } from './bodies.ts'
export { type BodyInFull, getBodyInFull, listBodiesInFull } from './body_in_full.ts'
export { endBody } from './ending.ts'
export { decideMerger, getMerger, listMergers, proposeMerger } from './mergers.ts'
export { SEAT_CHOICES } from '../rules/bodies/body_life.ts'
