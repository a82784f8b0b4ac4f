/** What the routes use of persons. */

export { CONTACT_WAYS } from './fields.ts'
export { changePerson, findSameName, getPerson, registerPerson, versionOf } from './people.ts'
export { changePublications, publicationsOf } from './publications.ts'
