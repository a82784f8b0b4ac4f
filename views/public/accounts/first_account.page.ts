/** The first account of an installation. */
export interface FirstAccountPage {
  action: string
  shortestPassword: number
}
