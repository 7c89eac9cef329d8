import { type Canvas, Gl } from './gl'
import { brightnessOf, gammaFor } from './light'
import type { Look } from './messages'
import { SEEN, type Segmenter } from './segmenter'
import blur from './shaders/blur.frag?raw'
import compose from './shaders/compose.frag?raw'
import settle from './shaders/settle.frag?raw'
import shrink from './shaders/shrink.frag?raw'
import weigh from './shaders/weigh.frag?raw'

// The room is blurred in a picture of this width: machines without a graphics
// processor are slow.
const WIDTH = 192
// How much of a change of the light is followed with each picture.
const FOLLOW = 0.2
const SIZE = [SEEN.width, SEEN.height] as const
const STRIDES = { none: [], weak: [0.8], strong: [1, 2.4] } as const

/** The canvases of one size of picture, to paint from one to the other. */
interface Easel {
  first: Canvas
  second: Canvas
}

/** Paints pictures of a camera anew: without the room, brighter, or both. */
export class Painter {
  readonly #canvas = new OffscreenCanvas(1, 1)
  readonly #gl = new Gl(this.#canvas)
  readonly #shrink = this.#gl.brush(shrink)
  readonly #blur = this.#gl.brush(blur)
  readonly #settle = this.#gl.brush(settle)
  readonly #weigh = this.#gl.brush(weigh)
  readonly #compose = this.#gl.brush(compose)
  readonly #picture = this.#gl.texture()
  readonly #behind = this.#gl.texture()
  readonly #found = this.#gl.texture()
  readonly #seen = this.#gl.canvas(SEEN.width, SEEN.height)
  #person = this.#gl.canvas(SEEN.width, SEEN.height)
  #before = this.#gl.canvas(SEEN.width, SEEN.height)
  #easel: Easel | null = null
  #look: Look = { blur: 'none', picture: null, brightens: false }
  #segmenter: Segmenter | null = null
  #gamma = 1

  get lost(): boolean {
    return this.#gl.gl.isContextLost()
  }

  set look(look: Look) {
    if (look.picture !== null) this.#gl.upload(this.#behind, look.picture)
    this.#look = look
  }

  /** Who finds people; without one all of the picture is hidden. */
  set segmenter(segmenter: Segmenter) {
    this.#segmenter = segmenter
  }

  paint(frame: VideoFrame): OffscreenCanvas {
    const { displayWidth: width, displayHeight: height } = frame
    if (this.#canvas.width !== width || this.#canvas.height !== height) this.#stretch(width, height)
    this.#gl.upload(this.#picture, frame)
    this.#shrink.paint(this.#seen, { picture: { texture: this.#picture }, size: SIZE })
    // Reading waits for the painting, so that no more is begun than can be done.
    const pixels = this.#gl.read(this.#seen)
    if (this.#look.brightens) {
      this.#gamma += (gammaFor(brightnessOf(pixels)) - this.#gamma) * FOLLOW
    }
    const hides = this.#look.blur !== 'none' || this.#look.picture !== null
    if (hides && this.#segmenter !== null) this.#findPerson(this.#segmenter, pixels)
    this.#compose.paint(
      { frame: null, width, height },
      {
        picture: { texture: this.#picture },
        person: this.#person,
        behind: hides ? this.#background(width, height) : this.#seen,
        part: this.#shownPart(width, height),
        hides,
        gamma: this.#look.brightens ? this.#gamma : 1,
      },
    )
    return this.#canvas
  }

  #findPerson(segmenter: Segmenter, pixels: Uint8Array): void {
    this.#gl.fill(this.#found, SEEN.width, SEEN.height, segmenter.find(pixels), 'grey')
    ;[this.#before, this.#person] = [this.#person, this.#before]
    const found = { texture: this.#found }
    this.#settle.paint(this.#person, { found, before: this.#before, size: SIZE })
  }

  /** What is painted where no person is. */
  #background(width: number, height: number): { texture: WebGLTexture } {
    if (this.#look.picture !== null && this.#segmenter !== null) return { texture: this.#behind }
    const { first, second } = (this.#easel ??= this.#newEasel(width, height))
    this.#weigh.paint(first, { picture: this.#seen, person: this.#person })
    // Before a picture can stand behind somebody, nothing is to be recognised.
    const strength = this.#segmenter === null ? 'strong' : this.#look.blur
    for (const stride of STRIDES[strength]) this.#blurOnce(first, second, stride)
    return first
  }

  #blurOnce(canvas: Canvas, spare: Canvas, stride: number): void {
    const { width, height } = canvas
    this.#blur.paint(spare, { picture: canvas, stride: [stride / width, 0] })
    this.#blur.paint(canvas, { picture: spare, stride: [0, stride / height] })
  }

  /** A background fills the picture, and what has no room is cut off. */
  #shownPart(width: number, height: number): [number, number] {
    const { picture } = this.#look
    if (picture === null || this.#segmenter === null) return [1, 1]
    const ratio = width / height / (picture.width / picture.height)
    return [Math.min(1, ratio), Math.min(1, 1 / ratio)]
  }

  #stretch(width: number, height: number): void {
    this.#canvas.width = width
    this.#canvas.height = height
    if (this.#easel === null) return
    const { first, second } = this.#easel
    for (const canvas of [first, second]) this.#gl.drop(canvas)
    this.#easel = null
  }

  #newEasel(width: number, height: number): Easel {
    const smallWidth = Math.min(WIDTH, width)
    const smallHeight = Math.max(1, Math.round((smallWidth * height) / width))
    const canvas = () => this.#gl.canvas(smallWidth, smallHeight)
    return { first: canvas(), second: canvas() }
  }
}
