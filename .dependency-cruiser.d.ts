interface Named {
  name: string
  holds: string
}

export declare const ROOMS: readonly Named[]
export declare const FLOORS: readonly (Named & { folders: readonly string[] })[]
export declare const ROOF: readonly string[]
export declare const COMMON: readonly { path: string; holds: string; may: readonly string[] }[]
export declare const PAGES_LOOK_AHEAD: Readonly<Record<string, { to: readonly string[]; why: string }>>
