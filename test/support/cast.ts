import type { Role } from '../../models/accounts/tables.ts'

export const PASSWORD = 'et langt kodeord til prøver'

interface Account {
  name: string
  email: string
  phone?: string
  role: Role
  places?: readonly string[]
}

/** The invented people of the tests. Each has one role, and all share one password. */
export const CAST = {
  signe: {
    name: 'Signe Holm',
    email: 'signe@raadsbogen.example',
    phone: '86 40 00 11',
    role: 'secretary',
  },
  bo: {
    name: 'Bo Krag',
    email: 'bo@raadsbogen.example',
    phone: '86 40 00 12',
    role: 'polling_officer',
    places: ['perron-4'],
  },
  lis: {
    name: 'Lis Winther',
    email: 'lis@raadsbogen.example',
    phone: '86 40 00 13',
    role: 'polling_officer',
    places: ['perron-4'],
  },
  kaj: {
    name: 'Kaj Bang',
    email: 'kaj@raadsbogen.example',
    phone: '86 40 00 14',
    role: 'polling_officer',
    places: ['slotsgaarden'],
  },
  vera: { name: 'Vera Stub', email: 'vera@raadsbogen.example', phone: '86 40 00 15', role: 'chair' },
  tage: { name: 'Tage Friis', email: 'tage@raadsbogen.example', role: 'member' },
  ruth: { name: 'Ruth Dahl', email: 'ruth@raadsbogen.example', role: 'auditor' },
  ib: { name: 'Ib Skov', email: 'ib@raadsbogen.example', role: 'administrator' },
} as const satisfies Record<string, Account>

export type CastName = keyof typeof CAST
