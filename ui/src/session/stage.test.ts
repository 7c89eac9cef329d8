import { describe, expect, it } from 'vitest'

import { type Scene, type Stage, GAP, MOST_LARGE, arrange, foremost, wantedOf } from './stage'

const YOU = 1
const scene = (change: Partial<Scene> = {}): Scene => ({
  view: 'auto',
  selfView: 'floating',
  you: YOU,
  people: [1, 2, 3, 4],
  screens: [],
  pins: [],
  spotlight: null,
  speaker: null,
  speaking: true,
  page: 0,
  width: 1280,
  height: 700,
  ...change,
})
const crowd = Array.from({ length: 30 }, (_, index) => index + 1)
const phone = { width: 360, height: 560 }

/** Who is seen: `3`, or `3's screen`. */
function names(tiles: Stage['tiles']): string[] {
  return tiles.map(({ who, what }) => (what === 'screen' ? `${who}'s screen` : String(who)))
}
const large = (stage: Stage) => names(stage.tiles.filter((tile) => tile.large))
const small = (stage: Stage) => names(stage.tiles.filter((tile) => !tile.large))
const camera = (who: number) => ({ who, what: 'camera' }) as const
const screen = (who: number) => ({ who, what: 'screen' }) as const

describe('oneself', () => {
  it('floats over the others, is one of them, or is not seen', () => {
    const floating = arrange(scene())
    expect([small(floating), floating.floating !== null]).toEqual([['2', '3', '4'], true])
    const tile = arrange(scene({ selfView: 'tile' }))
    expect([small(tile), tile.floating]).toEqual([['1', '2', '3', '4'], null])
    const hidden = arrange(scene({ selfView: 'hidden' }))
    expect([small(hidden), hidden.floating]).toEqual([['2', '3', '4'], null])
  })

  it('is seen while nobody else is', () => {
    for (const selfView of ['floating', 'tile', 'hidden'] as const) {
      const stage = arrange(scene({ people: [1], selfView }))
      expect([small(stage), stage.floating]).toEqual([['1'], null])
    }
  })

  it('is seen where the host or one’s own pin puts one', () => {
    for (const change of [{ spotlight: YOU }, { pins: [camera(YOU)] }]) {
      const stage = arrange(scene({ ...change, selfView: 'hidden' }))
      expect([large(stage), stage.floating]).toEqual([['1'], null])
    }
  })

  it('floats where it covers no small tiles', () => {
    const stage = arrange(scene({ view: 'speaker' }))
    for (const tile of stage.tiles.filter((it) => !it.large)) {
      expect(tile.x).toBeGreaterThanOrEqual(stage.floating?.width ?? Infinity)
    }
  })
})

describe('what is large', () => {
  it('is nothing, as long as all fit and nothing was chosen', () => {
    expect(large(arrange(scene({ speaker: 3 })))).toEqual([])
  })

  it('is the speaker, when that is wanted or there is a crowd', () => {
    expect(large(arrange(scene({ view: 'speaker', speaker: 3 })))).toEqual(['3'])
    expect(large(arrange(scene({ people: crowd, speaker: 7 })))).toEqual(['7'])
    expect(large(arrange(scene({ view: 'speaker' }))), 'nobody has spoken').toEqual(['2'])
    expect(large(arrange(scene({ view: 'speaker', people: [1] }))), 'nobody is there').toEqual([])
    const tile = arrange(scene({ view: 'speaker', selfView: 'tile' }))
    expect([large(tile), small(tile)], 'never oneself').toEqual([['2'], ['1', '3', '4']])
  })

  it('is a shared screen before the speaker, and several side by side', () => {
    const one = arrange(scene({ screens: [3], view: 'speaker', speaker: 2 }))
    expect([large(one), small(one)]).toEqual([["3's screen"], ['2', '3', '4']])
    const two = arrange(scene({ screens: [2, 3] }))
    expect(large(two)).toEqual(["2's screen", "3's screen"])
    expect(two.tiles[0]?.x).not.toBe(two.tiles[1]?.x)
  })

  it('is whom the host shows to everyone, beside a screen', () => {
    expect(large(arrange(scene({ spotlight: 4 })))).toEqual(['4'])
    expect(large(arrange(scene({ spotlight: 4, screens: [2] })))).toEqual(["2's screen", '4'])
    expect(large(arrange(scene({ spotlight: 9 }))), 'who has left').toEqual([])
  })

  it('is what one has pinned, before all else', () => {
    const stage = arrange(scene({ pins: [camera(4)], spotlight: 2, screens: [3] }))
    expect([large(stage), small(stage)]).toEqual([['4'], ["3's screen", '2', '3']])
    const several = arrange(scene({ pins: [camera(4), screen(2)], screens: [2] }))
    expect(large(several)).toEqual(['4', "2's screen"])
    expect(large(arrange(scene({ pins: [camera(9)] }))), 'who has left').toEqual([])
  })

  it('is never more than there is room for', () => {
    const many = arrange(scene({ screens: [1, 2, 3, 4], spotlight: 2 }))
    expect(large(many)).toHaveLength(MOST_LARGE)
    expect(small(many), 'the others stay in sight').toContain('2')
    expect(large(arrange(scene({ screens: [2, 3, 4], ...phone }))).length).toBeLessThan(3)
    expect(large(arrange(scene({ screens: [2], width: 100, height: 50 })))).toHaveLength(1)
  })

  it('is nothing in the grid, where what was chosen comes first', () => {
    const chosen = { pins: [camera(4)], spotlight: 3, screens: [2] }
    const stage = arrange(scene({ view: 'grid', ...chosen, selfView: 'tile' }))
    expect(large(stage)).toEqual([])
    expect(small(stage)).toEqual(['4', "2's screen", '3', '1', '2'])
  })
})

describe('pages', () => {
  it('hold what can be seen well, and everybody is on one', () => {
    const first = arrange(scene({ view: 'grid', people: crowd }))
    expect(first.pages).toBe(2)
    const second = arrange(scene({ view: 'grid', people: crowd, page: 1 }))
    expect([...small(first), ...small(second)]).toEqual(crowd.slice(1).map(String))
    const onPhone = arrange(scene({ view: 'grid', people: crowd, ...phone }))
    expect(onPhone.pages).toBeGreaterThan(2)
    for (const { width, height } of onPhone.tiles)
      expect(Math.min(width, height)).toBeGreaterThan(90)
  })

  it('are turned no further than there are some', () => {
    expect(arrange(scene({ page: 5 })).page).toBe(0)
    expect(arrange(scene({ view: 'grid', people: crowd, page: 9 })).page).toBe(1)
    expect(arrange(scene({ view: 'grid', people: crowd, page: -1 })).page).toBe(0)
  })

  it('show whoever speaks, while they do', () => {
    const stage = arrange(scene({ view: 'grid', people: crowd, speaker: 30 }))
    expect(small(stage).at(-1)).toBe('30')
    const silent = arrange(scene({ view: 'grid', people: crowd, speaker: 30, speaking: false }))
    expect(small(silent), 'and everybody else again when they are silent').not.toContain('30')
    const strip = arrange(scene({ people: crowd, screens: [2], speaker: 30 }))
    expect(strip.pages).toBeGreaterThan(1)
    expect(small(strip)).toContain('30')
  })
})

describe('the tiles', () => {
  const scenes = [
    scene(),
    scene({ view: 'grid', people: crowd }),
    scene({ view: 'speaker', people: crowd }),
    scene({ screens: [2, 3], people: crowd }),
    scene({ pins: [camera(2), camera(3), screen(4)], screens: [4] }),
  ]
  const extents = [
    phone,
    { width: 640, height: 280 },
    { width: 1280, height: 700 },
    { width: 3840, height: 2000 },
  ]

  it('stay on the stage and off each other', () => {
    for (const it of scenes) {
      for (const { width, height } of extents) {
        const { tiles } = arrange({ ...it, width, height })
        const words = JSON.stringify({ ...it, width, height })
        expect(tiles.length, words).toBeGreaterThan(0)
        for (const [index, tile] of tiles.entries()) {
          expect(Math.min(tile.x, tile.y), words).toBeGreaterThanOrEqual(0)
          expect(tile.x + tile.width, words).toBeLessThanOrEqual(width)
          expect(tile.y + tile.height, words).toBeLessThanOrEqual(height)
          for (const other of tiles.slice(index + 1)) {
            const apart =
              tile.x + tile.width + GAP <= other.x ||
              other.x + other.width + GAP <= tile.x ||
              tile.y + tile.height + GAP <= other.y ||
              other.y + other.height + GAP <= tile.y
            expect(apart, `${words}: ${JSON.stringify([tile, other])}`).toBe(true)
          }
        }
      }
    }
  })

  it('make do with no room and nobody', () => {
    expect(arrange(scene({ width: 0, height: 0 })).tiles.length).toBeGreaterThan(0)
    expect(arrange(scene({ people: [], you: null })).tiles).toEqual([])
  })

  it('say how large each picture is wanted', () => {
    const stage = arrange(scene({ view: 'speaker', speaker: 3, screens: [] }))
    expect(wantedOf(stage, 3)).toEqual({ camera: 'large', screen: 'none' })
    expect(wantedOf(stage, 2)).toEqual({ camera: 'small', screen: 'none' })
    expect(wantedOf(arrange(scene({ screens: [2] })), 2)).toEqual({
      camera: 'small',
      screen: 'large',
    })
    const paged = arrange(scene({ view: 'grid', people: crowd }))
    expect(wantedOf(paged, 2), 'in a small tile').toEqual({ camera: 'small', screen: 'none' })
    expect(wantedOf(paged, 30), 'on another page').toEqual({ camera: 'none', screen: 'none' })
    expect(wantedOf(arrange(scene()), 2), 'in a large tile').toMatchObject({ camera: 'large' })
  })
})

describe('where there is room for one', () => {
  it.each([
    ['what is large', { screens: [3], speaker: 2 }, "3's screen"],
    ['who speaks', { speaker: 4 }, '4'],
    ['somebody else', {}, '2'],
    ['oneself alone', { people: [1] }, '1'],
  ])('it is %s', (_, change, expected) => {
    const it = scene({ selfView: 'tile', ...change })
    const found = foremost(arrange(it), it)
    expect(found === null ? null : names([found as Stage['tiles'][number]])).toEqual([expected])
  })
})
