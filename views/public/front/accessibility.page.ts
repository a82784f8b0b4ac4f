/** Contact details are null when the installation names none. */
export interface AccessibilityPage {
  email: string | null
  phone: string | null
}
