import vertex from './shaders/whole.vert?raw'

/** A picture that is painted into. */
export interface Canvas {
  texture: WebGLTexture
  frame: WebGLFramebuffer
  width: number
  height: number
}

type Value = number | boolean | readonly number[] | { texture: WebGLTexture }

/** What is needed of WebGL to paint one picture from others. */
export class Gl {
  readonly gl: WebGL2RenderingContext

  constructor(canvas: OffscreenCanvas) {
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      powerPreference: 'low-power',
    })
    if (gl === null) throw new Error('There is no WebGL here.')
    this.gl = gl
    gl.bindVertexArray(gl.createVertexArray())
  }

  texture(): WebGLTexture {
    const { gl } = this
    const texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE)
    return texture
  }

  /** Puts a picture into a texture. */
  upload(texture: WebGLTexture, picture: VideoFrame | ImageBitmap): void {
    const { gl } = this
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture)
  }

  /** The same, from pixels; from nothing, all of it is black and clear. */
  fill(
    texture: WebGLTexture,
    width: number,
    height: number,
    pixels: Uint8Array | null,
    kind: 'colour' | 'grey' = 'colour',
  ): void {
    const { gl } = this
    const [kept, given] = kind === 'grey' ? [gl.R8, gl.RED] : [gl.RGBA, gl.RGBA]
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texImage2D(gl.TEXTURE_2D, 0, kept, width, height, 0, given, gl.UNSIGNED_BYTE, pixels)
  }

  canvas(width: number, height: number): Canvas {
    const { gl } = this
    const texture = this.texture()
    this.fill(texture, width, height, null)
    const frame = gl.createFramebuffer()
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    return { texture, frame, width, height }
  }

  drop({ texture, frame }: Canvas): void {
    this.gl.deleteTexture(texture)
    this.gl.deleteFramebuffer(frame)
  }

  read({ frame, width, height }: Canvas): Uint8Array<ArrayBuffer> {
    const { gl } = this
    const pixels = new Uint8Array(width * height * 4)
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
    return pixels
  }

  /** Makes a brush of a fragment shader. */
  brush(fragment: string): Brush {
    return new Brush(this.gl, fragment)
  }
}

/** Paints all of a canvas by one shader. */
export class Brush {
  readonly #gl: WebGL2RenderingContext
  readonly #program: WebGLProgram
  readonly #places = new Map<string, WebGLUniformLocation | null>()

  constructor(gl: WebGL2RenderingContext, fragment: string) {
    this.#gl = gl
    this.#program = gl.createProgram()
    for (const [kind, text] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind)
      if (shader === null) throw new Error('The context was lost.')
      gl.shaderSource(shader, text)
      gl.compileShader(shader)
      gl.attachShader(this.#program, shader)
    }
    gl.linkProgram(this.#program)
    if (gl.getProgramParameter(this.#program, gl.LINK_STATUS) !== true) {
      throw new Error(gl.getProgramInfoLog(this.#program) ?? 'A shader was not linked.')
    }
  }

  paint(
    on: { frame: WebGLFramebuffer | null; width: number; height: number },
    values: Record<string, Value>,
  ): void {
    const gl = this.#gl
    gl.useProgram(this.#program)
    let unit = 0
    for (const [name, value] of Object.entries(values)) {
      const place = this.#place(name)
      if (typeof value === 'number') gl.uniform1f(place, value)
      else if (typeof value === 'boolean') gl.uniform1i(place, value ? 1 : 0)
      else if ('texture' in value) {
        gl.activeTexture(gl.TEXTURE0 + unit)
        gl.bindTexture(gl.TEXTURE_2D, value.texture)
        gl.uniform1i(place, unit++)
      } else if (value.length === 2) gl.uniform2fv(place, value)
      else gl.uniform3fv(place, value)
    }
    gl.activeTexture(gl.TEXTURE0)
    gl.bindFramebuffer(gl.FRAMEBUFFER, on.frame)
    gl.viewport(0, 0, on.width, on.height)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
  }

  #place(name: string): WebGLUniformLocation | null {
    let place = this.#places.get(name)
    if (place === undefined) {
      place = this.#gl.getUniformLocation(this.#program, name)
      this.#places.set(name, place)
    }
    return place
  }
}
