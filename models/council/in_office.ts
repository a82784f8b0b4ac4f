import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'

/** The only query for "in office on a day"; the last day counts. Rows already read: models/rules/core/spans.ts. */
export function inOffice(on: IsoDate, table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query
      .where(`${table}.starts_on`, '<=', on)
      .where(`${table}.ends_on`, '>=', on)
      .whereNull(`${table}.voided_on`)
  }
}

/** Leaves out struck-out rows; past and coming ones stay. */
export function standing(table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query.whereNull(`${table}.voided_on`)
  }
}

/** Begun or still to come; the last day counts. */
export function notOver(on: IsoDate, table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query.where(`${table}.ends_on`, '>=', on).whereNull(`${table}.voided_on`)
  }
}
