export interface InvitationPage {
  action: string
  shortestPassword: number
  /** What the account's owner signs in with. */
  email: string
}
