/** What every door uses of the web: guards, forms, answers and addresses. */

export { anyone, type Guard, requires, userOf } from './access.ts'
export {
  type Again,
  byOf,
  byOfLinkOwner,
  explain,
  type Shown,
  shows,
  submit,
  submits,
  translateCheck,
} from './forms.ts'
export { hasText, translatorFor } from './i18n.ts'
export { idFrom, idIn } from './ids.ts'
export { forLog, pathForLog } from './log.ts'
export { alsoName, namesInHtml } from './names.ts'
export { sendPhoto } from './photos.ts'
export { askedDay, dayFrom, queryErrors, refusedDay, typedDay, typedIn } from './days.ts'
export { readerOf } from './reader.ts'
export { localAddress } from './return_address.ts'
export { seal, unseal } from './seals.ts'
export { hideIn, secretOf, sendPieces } from './secrets.ts'
export { fileOf, type Upload } from './uploads.ts'
export { type Rendering, type RenderingOf, show, showKept, showNamed, showWithKeptMain } from './views.ts'
export { paths } from '../../views/paths.ts'
