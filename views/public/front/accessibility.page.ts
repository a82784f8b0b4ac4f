/** Who can use the service, and whom to ask. Contact details are null when none have been set. */
export interface AccessibilityPage {
  email: string | null
  phone: string | null
}
