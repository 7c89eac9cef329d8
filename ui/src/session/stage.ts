import type { Size, Wanted } from '../media/budget'
import { layOut } from './layout'

/** How the call is looked at: one size for all, the speaker large, or whichever suits. */
export const VIEWS = ['auto', 'grid', 'speaker'] as const
export type View = (typeof VIEWS)[number]

/** Where one sees oneself while others are there. */
export const SELF_VIEWS = ['floating', 'tile', 'hidden'] as const
export type SelfView = (typeof SELF_VIEWS)[number]

/** What can be shown of someone. */
export interface Picture {
  who: number
  what: 'camera' | 'screen'
}

/** All that decides what is on the stage. */
export interface Scene {
  view: View
  selfView: SelfView
  you: number | null
  /** Everyone, in order of arrival. */
  people: readonly number[]
  /** Whose screens are seen. */
  screens: readonly number[]
  /** What one wants large, and where there are pages first. */
  pins: readonly Picture[]
  /** Whom the host shows large to everyone. */
  spotlight: number | null
  /** Which of the others speaks, or spoke last. */
  speaker: number | null
  /** Whether they speak right now. */
  speaking: boolean
  /** Which page is wanted, from 0. */
  page: number
  width: number
  height: number
}

/** A part of the stage, in pixels; `x` from where lines start. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export interface Tile extends Picture, Place {
  /** Whether it is what one looks at, and not one of many. */
  large: boolean
  /** How large its picture is worth sending. */
  size: Size
}

/** What is on the stage, and where. */
export interface Stage {
  tiles: readonly Tile[]
  /** Which page it is, from 0, and of how many. */
  page: number
  pages: number
  /** Where one's own picture floats; null while it does not. */
  floating: Place | null
}

export const GAP = 8
/** What the buttons that turn the pages take. */
export const PAGER = 48
/** More large ones would not be large. */
export const MOST_LARGE = 4

const LEAST_TILE = { width: 150, height: 96 }
const LEAST_LARGE = { width: 300, height: 180 }
// More pictures than this are too many to look at, and to decode.
const MOST_TILES = { wide: 25, narrow: 16 }
const WIDE = 1000
// A picture of 180 lines, as a small one is, is still good in a tile of this height.
const SMALL = 220

/** Decides what is on the stage. */
export function arrange(scene: Scene): Stage {
  const pictures = inOrder(scene)
  const area: Place = { x: 0, y: 0, width: scene.width, height: scene.height }
  const large = chooseLarge(scene, pictures).slice(0, capacityForLarge(area))
  const small = pictures.filter((it) => !includes(large, it))
  const stage = large.length === 0 ? grid(scene, small, area) : focus(scene, large, small, area)
  return { ...stage, floating: floats(scene) ? stage.floating : null }
}

/** How large the pictures of someone are wanted, given what is on the stage. */
export function wantedOf({ tiles }: Stage, who: number): Wanted {
  const size = (what: Picture['what']): Size =>
    tiles.find((tile) => tile.who === who && tile.what === what)?.size ?? 'none'
  return { camera: size('camera'), screen: size('screen') }
}

/** What is shown where there is room for one only; the one who speaks, if nothing is large. */
export function foremost({ tiles }: Stage, { you, speaker }: Scene): Picture | null {
  const camera = (who: number | null) =>
    tiles.find((tile) => tile.who === who && tile.what === 'camera')
  return (
    tiles.find(({ large }) => large) ??
    camera(speaker) ??
    tiles.find(({ who }) => who !== you) ??
    tiles[0] ??
    null
  )
}

export function same(a: Picture, b: Picture): boolean {
  return a.who === b.who && a.what === b.what
}

function includes(pictures: readonly Picture[], picture: Picture): boolean {
  return pictures.some((it) => same(it, picture))
}

function camera(who: number): Picture {
  return { who, what: 'camera' }
}

/** Whether one sees oneself apart from the others. */
function isApart({ you, people, selfView, pins, spotlight, screens }: Scene): boolean {
  if (you === null || selfView === 'tile') return false
  const isAlone = people.every((who) => who === you) && screens.length === 0
  return !isAlone && spotlight !== you && !includes(pins, camera(you))
}

function floats(scene: Scene): boolean {
  return scene.selfView === 'floating' && isApart(scene)
}

/** All that may be on the stage: first what somebody chose, then the screens, then everyone. */
function inOrder(scene: Scene): Picture[] {
  const { you, people, screens, spotlight } = scene
  const apart = isApart(scene) ? you : null
  const all: Picture[] = [
    ...screens.map((who): Picture => ({ who, what: 'screen' })),
    ...people.filter((who) => who !== apart).map(camera),
  ]
  const isThere = (picture: Picture) => includes(all, picture)
  const first = [...scene.pins.filter(isThere)]
  const rest = all.filter((it) => !includes(first, it))
  const lit = rest.filter((it) => spotlight !== null && same(it, camera(spotlight)))
  const shared = rest.filter(({ what }) => what === 'screen')
  return [
    ...first,
    ...shared,
    ...lit,
    ...rest.filter((it) => it.what === 'camera' && !lit.includes(it)),
  ]
}

function chooseLarge(scene: Scene, pictures: readonly Picture[]): Picture[] {
  const { view, you, spotlight, speaker, pins } = scene
  if (view === 'grid') return []
  const pinned = pictures.filter((it) => includes(pins, it))
  if (pinned.length > 0) return pinned
  const shown = pictures.filter(({ who, what }) => what === 'screen' || who === spotlight)
  if (shown.length > 0) return shown
  const others = pictures.filter(({ who }) => who !== you)
  const [first] = others
  const isCrowd = pictures.length > capacity({ width: scene.width, height: scene.height })
  if (first === undefined || (view === 'auto' && !isCrowd)) return []
  return [others.find(({ who }) => who === speaker) ?? first]
}

function grid(scene: Scene, pictures: readonly Picture[], area: Place): Stage {
  const whole = turn(scene, pictures, capacity(area))
  const room = { ...area, height: area.height - (whole.pages > 1 ? PAGER : 0) }
  const { shown, page, pages } = whole.pages > 1 ? turn(scene, pictures, capacity(room)) : whole
  const { columns, rows, width, height } = layOut(shown.length, room.width, room.height, GAP)
  const tiles = shown.map((picture, index) => {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, shown.length - row * columns)
    return {
      ...picture,
      x: middle(room.width, inRow, width) + (index % columns) * (width + GAP),
      y: middle(room.height, rows, height) + row * (height + GAP),
      width,
      height,
      large: false,
      size: sizeFor(height),
    }
  })
  return { tiles, page, pages, floating: room }
}

function focus(
  scene: Scene,
  large: readonly Picture[],
  small: readonly Picture[],
  area: Place,
): Stage {
  const isUpright = area.height > area.width
  const strip = stripIn(area, isUpright)
  const length = isUpright ? area.width : area.height
  const tile = isUpright ? strip.width : strip.height
  const whole = turn(scene, small, along(length, tile))
  const height = area.height - (whole.pages > 1 ? PAGER : 0)
  const { shown, page, pages } =
    whole.pages > 1 && !isUpright ? turn(scene, small, along(height, tile)) : whole
  const isAlone = small.length === 0
  const free: Place = {
    ...area,
    width: isAlone || isUpright ? area.width : Math.max(0, area.width - strip.width - GAP),
    height: isAlone || !isUpright ? height : Math.max(0, height - strip.height - GAP),
  }
  const start = middle(length, shown.length, tile)
  const tiles: Tile[] = shown.map((picture, index) => ({
    ...picture,
    x: isUpright ? start + index * (tile + GAP) : free.width + GAP,
    y: isUpright ? free.height + GAP : index * (tile + GAP),
    ...strip,
    large: false,
    size: 'small',
  }))
  return { tiles: [...inCells(large, free), ...tiles], page, pages, floating: free }
}

/** Large ones share all of the room; what they show fits into it as it may. */
function inCells(large: readonly Picture[], { width, height }: Place): Tile[] {
  const { columns, rows } = layOut(large.length, width, height, GAP)
  const cell = {
    width: Math.max(0, Math.floor((width - GAP * (columns - 1)) / columns)),
    height: Math.max(0, Math.floor((height - GAP * (rows - 1)) / rows)),
  }
  return large.map((picture, index) => ({
    ...picture,
    x: (index % columns) * (cell.width + GAP),
    y: Math.floor(index / columns) * (cell.height + GAP),
    ...cell,
    large: true,
    size: 'large',
  }))
}

/** One of the pages. Whoever speaks is on it, in the last place, for as long. */
function turn(
  { page: wanted, speaker, speaking }: Scene,
  pictures: readonly Picture[],
  room: number,
): { shown: Picture[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(pictures.length / room))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const shown = pictures.slice(page * room, (page + 1) * room)
  const heard = pictures.find((it) => speaking && speaker === it.who && it.what === 'camera')
  if (heard !== undefined && shown.length > 0 && !shown.includes(heard)) {
    shown[shown.length - 1] = heard
  }
  return { shown, page, pages }
}

/** How many tiles of a grid are neither too small to be seen nor too many. */
function capacity({ width, height }: { width: number; height: number }): number {
  const most = width >= WIDE ? MOST_TILES.wide : MOST_TILES.narrow
  for (let count = most; count > 1; count--) {
    const tile = layOut(count, width, height, GAP)
    if (tile.width >= LEAST_TILE.width && tile.height >= LEAST_TILE.height) return count
  }
  return 1
}

function capacityForLarge({ width, height }: Place): number {
  const isUpright = height > width
  const columns = along(isUpright ? width : width * 0.84, LEAST_LARGE.width)
  const rows = along(isUpright ? height * 0.8 : height, LEAST_LARGE.height)
  return Math.min(MOST_LARGE, columns * rows)
}

/** How large the tiles beside the large ones are. */
function stripIn({ width, height }: Place, isUpright: boolean): { width: number; height: number } {
  if (isUpright) {
    const tall = Math.round(Math.min(104, height * 0.2))
    return { width: Math.round(tall * 1.2), height: tall }
  }
  const wide = Math.round(Math.min(Math.max(112, width * 0.16), Math.max(240, width * 0.1)))
  return { width: wide, height: Math.round(wide * 0.625) }
}

/** How many pieces of this length fit beside each other, at least one. */
function along(length: number, piece: number): number {
  return Math.max(1, Math.floor((length + GAP) / (piece + GAP)))
}

/** Where so many pieces begin that are in the middle. */
function middle(length: number, count: number, piece: number): number {
  return Math.max(0, Math.floor((length - count * piece - (count - 1) * GAP) / 2))
}

function sizeFor(height: number): Size {
  return height > SMALL ? 'large' : 'small'
}
