/** What the routes use of tasks, search and notices. */

export { namesForUser, namesForVisitors } from './known_names.ts'
export {
  find,
  type Findable,
  type Found,
  LONGEST_SEARCH,
  MOST_SHOWN,
  searchIndex,
  searchWords,
} from './finding.ts'
export { nextPublicMeeting } from './notices.ts'
export { bodiesToFind, electionsToFind, meetingsToFind, peopleToFind, seatsToFind } from './search.ts'
export {
  publicBodiesToFind,
  type PublicBody,
  publicElectionsToFind,
  publicMeetingsToFind,
  publicPeopleToFind,
  publicSeatsToFind,
} from './search_public.ts'
export { listPlaceSheets } from './place_sheets.ts'
export { findReminder, remindOwners } from './reminders.ts'
export { whatToDo } from './todo.ts'
