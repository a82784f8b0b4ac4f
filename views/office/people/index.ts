/** The pages of persons that the office builds. */

export { peoplePage } from './people.page.ts'
export { personPage } from './person.page.ts'
export { editPersonPage, newPersonPage } from './person_form.page.ts'
export { publicationPage } from './publication.page.ts'
