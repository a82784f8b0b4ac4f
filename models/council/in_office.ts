import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'

/**
 * The one meaning of "in office on a day" for queries: begun, not ended, the last day included, and not struck out as a
 * mistake. No other query compares `ends_on`. (models/rules/core/spans.ts says the same of rows already read.)
 */
export function inOffice(on: IsoDate, table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query
      .where(`${table}.starts_on`, '<=', on)
      .where(`${table}.ends_on`, '>=', on)
      .whereNull(`${table}.voided_on`)
  }
}

/** Struck-out rows left out; every other, whenever it was. */
export function standing(table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query.whereNull(`${table}.voided_on`)
  }
}

/** Not over on the day: begun or still to come. */
export function notOver(on: IsoDate, table: 'memberships' | 'officeholdings' = 'memberships') {
  return (query: Knex.QueryBuilder): void => {
    query.where(`${table}.ends_on`, '>=', on).whereNull(`${table}.voided_on`)
  }
}
