/** The pages of places and organisations that the office builds. */

export { addressPage } from './address.page.ts'
export { bodiesPage } from './bodies.page.ts'
export { bodyPage } from './body.page.ts'
export { contactPage } from './contact.page.ts'
export { endingPage } from './ending.page.ts'
export { mergerPage } from './merger.page.ts'
export { mergersPage } from './mergers.page.ts'
export { namePage } from './name.page.ts'
