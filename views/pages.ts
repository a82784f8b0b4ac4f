/**
 * Each template by its name, with what it shows. Empty here: `npm run typecheck` fills it in from the types that stand
 * beside the templates, so that a route that shows a template with another page does not pass.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled in by bin/typecheck.ts
export interface Pages {}

/** The name of a template. */
export type View = [keyof Pages] extends [never] ? string : keyof Pages

/** The names of the templates below a folder, without the folder. */
export type ViewIn<Folder extends string> = string extends View ? string : Below<Folder, View>
type Below<Folder extends string, Name> = Name extends `${Folder}/${infer Rest}` ? Rest : never

/** What a template shows, as a part of its rendering. */
export type Shown<Name extends string> = Name extends keyof Pages ? Pages[Name] : { page?: object }

/** The page of a template. */
export type PageOf<Name extends string> = Shown<Name> extends { page: infer Page } ? Page : object
