/** Empty here: `npm run typecheck` fills in what each template shows, and fails a route with another page. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled in by bin/typecheck.ts
export interface Pages {}

export type View = [keyof Pages] extends [never] ? string : keyof Pages

/** The names below a folder, without the folder. */
export type ViewIn<Folder extends string> = string extends View ? string : Below<Folder, View>
type Below<Folder extends string, Name> = Name extends `${Folder}/${infer Rest}` ? Rest : never

export type Shown<Name extends string> = Name extends keyof Pages ? Pages[Name] : { page?: object }

export type PageOf<Name extends string> = Shown<Name> extends { page: infer Page } ? Page : object
