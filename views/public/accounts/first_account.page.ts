export interface FirstAccountPage {
  action: string
  shortestPassword: number
}
