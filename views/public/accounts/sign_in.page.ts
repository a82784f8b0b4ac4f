/** `kept`: a form that was sent after the session ran out, carried along as it came. */
export interface SignInPage {
  returnTo: string
  kept: string | undefined
}
