import type { Page } from '../../rehearsal/kit/page.ts'

export function stepsOnBoard(page: Page, seat: string): string[] {
  const row = page.$('.board-row').filter((_index, one) => page.$(one).find('h3').text().trim() === seat)
  return row
    .find('.board-step')
    .toArray()
    .map((step) => page.$(step).text().replace(/\s+/g, ' ').trim())
}
