import { expect } from 'chai'
import {
  type ReadinessFacts,
  SYSTEM_KEYS,
  systemLines,
  type TabletFacts,
} from '../../../../../models/rules/elections/readiness/lines.ts'

const TABLET: TabletFacts = {
  number: 1,
  hoursSilent: 0,
  clockOff: 0,
  battery: 80,
  charging: false,
  tried: true,
}

const READY: ReadinessFacts = {
  means: 'both',
  listed: 3,
  roll: { kind: 'named', entries: 40 },
  printed: 40,
  oldPapers: 0,
  key: 'tried',
  tablets: [TABLET],
  disk: { size: 5_000_000, free: 10_000_000_000 },
  backup: 10,
}

function lineOf(key: string, given: Partial<ReadinessFacts>): string | undefined {
  const found = systemLines({ ...READY, ...given }).find((line) => line.key === key)
  return found && `${found.state} ${found.says}`
}

const tablet = (given: Partial<TabletFacts>) => ({ tablets: [{ ...TABLET, ...given }] })

describe('What the program sees of a polling day', () => {
  it('is ready where everything is, and names every line but that of old papers', () => {
    const lines = systemLines(READY)
    expect(lines.filter(({ state }) => state !== 'ready')).to.deep.equal([])
    expect(lines.map(({ key }) => key)).to.deep.equal(SYSTEM_KEYS.filter((key) => key !== 'old_papers'))
  })

  it('asks for no key and no tablet on paper alone, and for no papers on tablets alone', () => {
    const keys = (means: ReadinessFacts['means']) => systemLines({ ...READY, means }).map(({ key }) => key)
    expect(keys('paper')).to.deep.equal(['list', 'roll', 'printed', 'disk', 'backup'])
    expect(keys('booth')).not.to.include('printed')
    expect(keys('booth')).to.include.members(['key', 'tablets', 'battery'])
  })

  const cases: [key: string, given: Partial<ReadinessFacts>, answer: string | undefined][] = [
    ['list', { listed: null }, 'not_ready missing'],
    ['list', { listed: 0 }, 'ready approved'],
    ['roll', { roll: { kind: 'named', entries: 0 } }, 'not_ready named'],
    ['roll', { roll: { kind: 'alias', entries: 0 } }, 'ready alias'],
    ['roll', { roll: { kind: 'counted', entries: 0 } }, 'ready counted'],
    // A paper for everyone on a roll of names: 39 for 40 voters are too few.
    ['printed', { printed: 39 }, 'not_ready few'],
    ['printed', { printed: 0 }, 'not_ready none'],
    ['printed', { printed: 1, roll: { kind: 'counted', entries: 0 } }, 'ready enough'],
    // An empty roll asks for one paper all the same.
    ['printed', { printed: 0, roll: { kind: 'named', entries: 0 } }, 'not_ready none'],
    ['old_papers', { oldPapers: 2 }, 'not_ready left'],
    ['old_papers', {}, undefined],
    ['key', { key: 'missing' }, 'not_ready missing'],
    ['key', { key: 'made' }, 'not_ready made'],
    ['tablets', { tablets: [] }, 'not_ready none'],
    ['answer', tablet({ hoursSilent: null }), 'not_ready never'],
    ['answer', tablet({ hoursSilent: 0.9 }), 'ready now'],
    ['answer', tablet({ hoursSilent: 24 }), 'ready hours'],
    ['answer', tablet({ hoursSilent: 24.1 }), 'not_ready hours'],
    ['clock', tablet({ clockOff: null }), 'unknown untold'],
    ['clock', tablet({ clockOff: 120 }), 'ready right'],
    ['clock', tablet({ clockOff: -120 }), 'ready right'],
    ['clock', tablet({ clockOff: 121 }), 'not_ready ahead'],
    ['clock', tablet({ clockOff: -3600 }), 'not_ready behind'],
    ['battery', tablet({ battery: null }), 'unknown untold'],
    ['battery', tablet({ battery: 50 }), 'ready level'],
    ['battery', tablet({ battery: 49 }), 'not_ready level'],
    ['battery', tablet({ battery: 5, charging: true }), 'ready charging'],
    ['trial', tablet({ tried: false }), 'not_ready untried'],
    // Twice 5 MB and 200 MB beside: 210 MB.
    ['disk', { disk: { size: 5_000_000, free: 210_000_000 } }, 'ready free'],
    ['disk', { disk: { size: 5_000_000, free: 209_999_999 } }, 'not_ready free'],
    ['disk', { disk: { size: 5_000_000, free: null } }, 'unknown elsewhere'],
    ['backup', { backup: undefined }, 'unknown untold'],
    ['backup', { backup: null }, 'not_ready none'],
    ['backup', { backup: 0.5 }, 'ready now'],
    ['backup', { backup: 26 }, 'ready hours'],
    ['backup', { backup: 26.5 }, 'not_ready hours'],
  ]
  for (const [key, given, answer] of cases)
    it(`says of ${JSON.stringify(given)} that ${key} is ${answer ?? 'not asked for'}`, () => {
      expect(lineOf(key, given)).to.equal(answer)
    })

  it('says how much in whole minutes and megabytes', () => {
    const lines = systemLines({
      ...READY,
      ...tablet({ clockOff: -150 }),
      disk: { size: 5_000_001, free: 300_000_000 },
    })
    expect(lines.find(({ key }) => key === 'clock')?.figures.count).to.equal(3)
    const disk = { size: 6, needed: 211, free: 300 }
    expect(lines.find(({ key }) => key === 'disk')?.figures).to.deep.equal(disk)
  })
})
