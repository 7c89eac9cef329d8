import { type Canvas, Gl } from './gl'
import { type Points, brightnessOf, coverageOf, gammaFor, lightSince } from './light'
import type { Look, Room } from './messages'
import blur from './shaders/blur.frag?raw'
import compose from './shaders/compose.frag?raw'
import differ from './shaders/differ.frag?raw'
import points from './shaders/points.frag?raw'
import settle from './shaders/settle.frag?raw'
import shrink from './shaders/shrink.frag?raw'
import weigh from './shaders/weigh.frag?raw'

// Who is where is found out in a picture of this width: the edges are drawn softly
// anyway, and machines without a graphics processor are slow.
const WIDTH = 192
const POINTS = { width: 32, height: 18 }
// How much of a change of the light is followed with each picture.
const FOLLOW = 0.2
const STRIDES = { none: [], weak: [0.8], strong: [1, 2.4] } as const

/** The canvases of one size of picture. */
interface Easel {
  small: Canvas
  /** To paint from one to the other. */
  first: Canvas
  second: Canvas
  person: [Canvas, Canvas]
}

/** Paints pictures of a camera anew: without the room, brighter, or both. */
export class Painter {
  readonly #canvas = new OffscreenCanvas(1, 1)
  readonly #gl = new Gl(this.#canvas)
  readonly #shrink = this.#gl.brush(shrink)
  readonly #differ = this.#gl.brush(differ)
  readonly #blur = this.#gl.brush(blur)
  readonly #settle = this.#gl.brush(settle)
  readonly #weigh = this.#gl.brush(weigh)
  readonly #compose = this.#gl.brush(compose)
  readonly #count = this.#gl.brush(points)
  readonly #picture = this.#gl.texture()
  readonly #behind = this.#gl.texture()
  readonly #roomTexture = this.#gl.texture(true)
  readonly #points = this.#gl.canvas(POINTS.width, POINTS.height)
  #easel: Easel | null = null
  #look: Look = { blur: 'none', picture: null, brightens: false }
  #room: Room | null = null
  #roomPoints: Points | null = null
  #light: [number, number, number] = [1, 1, 1]
  #gamma = 1

  get lost(): boolean {
    return this.#gl.gl.isContextLost()
  }

  set look(look: Look) {
    if (look.picture !== null) this.#gl.upload(this.#behind, look.picture)
    this.#look = look
  }

  /** The room that is known; without one all of the picture is hidden. */
  get room(): Room | null {
    return this.#room
  }
  set room(room: Room | null) {
    this.#room = room
    this.#roomPoints = null
    this.#light = [1, 1, 1]
    if (room === null) return
    this.#gl.fill(this.#roomTexture, room.width, room.height, room.pixels)
    // Counted as pictures are, so that a pattern on the wall is no difference.
    this.#roomPoints = this.#pointsOf({ texture: this.#roomTexture, width: room.width })
  }

  /** Paints a picture, and says how much of it is a person, from 0 to 1. */
  paint(frame: VideoFrame): { painted: OffscreenCanvas; coverage: number } {
    const { displayWidth: width, displayHeight: height } = frame
    if (this.#canvas.width !== width || this.#canvas.height !== height) this.#stretch(width, height)
    const easel = (this.#easel ??= this.#newEasel(width, height))
    this.#gl.upload(this.#picture, frame)
    const { small } = easel
    const size = [small.width, small.height]
    this.#shrink.paint(small, { picture: { texture: this.#picture }, size })
    const hides = this.#look.blur !== 'none' || this.#look.picture !== null
    if (hides) this.#findPerson(easel)
    const counted = this.#countPoints(easel)
    this.#compose.paint(
      { frame: null, width, height },
      {
        picture: { texture: this.#picture },
        person: easel.person[0],
        behind: hides ? this.#background(easel) : small,
        part: this.#shownPart(width, height),
        hides,
        gamma: this.#look.brightens ? this.#gamma : 1,
      },
    )
    return { painted: this.#canvas, coverage: coverageOf(counted) }
  }

  /** The pixels of the picture that was painted last, small. */
  read(): { width: number; height: number; pixels: Uint8Array } | null {
    if (this.#easel === null) return null
    const { small } = this.#easel
    return { width: small.width, height: small.height, pixels: this.#gl.read(small) }
  }

  #findPerson(easel: Easel): void {
    const { small, first, second } = easel
    const [before, next] = easel.person
    if (this.#room === null) {
      this.#gl.gl.bindFramebuffer(this.#gl.gl.FRAMEBUFFER, before.frame)
      this.#gl.gl.clearColor(0, 0, 0, 0)
      this.#gl.gl.clear(this.#gl.gl.COLOR_BUFFER_BIT)
      return
    }
    const room = { texture: this.#roomTexture }
    this.#differ.paint(first, { picture: small, room, light: this.#light })
    this.#blurOnce(first, second, 0.7)
    this.#settle.paint(next, { found: first, before })
    easel.person = [next, before]
  }

  /** What is painted where no person is. */
  #background({ small, first, second, person }: Easel): { texture: WebGLTexture } {
    const hidden = this.#room === null
    if (this.#look.picture !== null && !hidden) return { texture: this.#behind }
    this.#weigh.paint(first, { picture: small, person: person[0] })
    // Before a picture can stand behind somebody, nothing is to be recognised.
    const strength = this.#look.picture !== null ? 'strong' : this.#look.blur
    for (const stride of STRIDES[strength]) this.#blurOnce(first, second, stride)
    return first
  }

  #blurOnce(canvas: Canvas, spare: Canvas, stride: number): void {
    const { width, height } = canvas
    this.#blur.paint(spare, { picture: canvas, stride: [stride / width, 0] })
    this.#blur.paint(canvas, { picture: spare, stride: [0, stride / height] })
  }

  /** Reading waits for the painting, so that no more is begun than can be done. */
  #countPoints({ small, person }: Easel): Points {
    const counted = this.#pointsOf(small, person[0])
    const gamma = gammaFor(brightnessOf(counted))
    this.#gamma += (gamma - this.#gamma) * FOLLOW
    if (this.#roomPoints !== null) {
      for (const [colour, light] of lightSince(this.#roomPoints, counted).entries()) {
        const was = this.#light[colour] ?? 1
        this.#light[colour] = was + (light - was) * FOLLOW
      }
    }
    return counted
  }

  #pointsOf(picture: Pick<Canvas, 'texture' | 'width'>, person?: Canvas): Points {
    const { gl } = this.#gl
    gl.bindTexture(gl.TEXTURE_2D, picture.texture)
    gl.generateMipmap(gl.TEXTURE_2D)
    const level = Math.log2(picture.width / POINTS.width)
    this.#count.paint(this.#points, { picture, person: person ?? picture, level })
    return this.#gl.read(this.#points)
  }

  /** A background fills the picture, and what has no room is cut off. */
  #shownPart(width: number, height: number): [number, number] {
    const { picture } = this.#look
    if (picture === null || this.#room === null) return [1, 1]
    const ratio = width / height / (picture.width / picture.height)
    return [Math.min(1, ratio), Math.min(1, 1 / ratio)]
  }

  #stretch(width: number, height: number): void {
    this.#canvas.width = width
    this.#canvas.height = height
    if (this.#easel === null) return
    const { small, first, second, person } = this.#easel
    for (const canvas of [small, first, second, ...person]) this.#gl.drop(canvas)
    this.#easel = null
  }

  #newEasel(width: number, height: number): Easel {
    const smallWidth = Math.min(WIDTH, width)
    const smallHeight = Math.max(1, Math.round((smallWidth * height) / width))
    // Of another shape, it is another picture.
    const { room } = this
    if (room !== null && room.height * smallWidth !== smallHeight * room.width) this.room = null
    const canvas = (mipmaps = false) => this.#gl.canvas(smallWidth, smallHeight, mipmaps)
    return {
      small: canvas(true),
      first: canvas(),
      second: canvas(),
      person: [canvas(), canvas()],
    }
  }
}
