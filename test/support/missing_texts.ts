import { answerMissingTexts } from '../../routes/web/i18n.ts'

// `npm run words` does not know every key that is put together: what a test asks for has to be there.
answerMissingTexts((key) => {
  throw new Error(`the locales have no ${key}`)
})
