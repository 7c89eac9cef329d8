import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { NativeRequest } from '../protocol/NativeRequest'
import type { Failure, Reply } from './failure'
import { fromBase64, toBase64 } from './notes/base64'
import { Page, mergeUpdates } from './notes/page'
import { Notes } from './notes.svelte'
import { ben, settled, welcome } from './testing/wire'

/** A server that keeps the notes, and what Ben sees of them. */
class Scene {
  readonly requests: NativeRequest['type'][] = []
  refuses: Failure['code'] | null = null
  readonly notes = new Notes((request) => this.#answer(request))
  readonly #updates: Uint8Array[] = []
  readonly #server = new Page({
    onchange: () => undefined,
    onupdate: (update) => this.#updates.push(update),
  })

  /** What everyone has. */
  get text(): string {
    return this.#server.text
  }

  /** Ada writes at the start. */
  adaWrites(letters: string): void {
    this.#server.write({ at: 0, out: 0, letters })
    const update = toBase64(this.#updates.at(-1) ?? new Uint8Array())
    this.notes.hear({ type: 'notesEdited', by: 1, update })
  }

  /** Ben types at the end. */
  benTypes(letters: string): void {
    const text = this.notes.text + letters
    this.notes.write(text, text.length)
  }

  async look(): Promise<void> {
    this.notes.open = true
    await vi.waitUntil(() => this.notes.ready || this.notes.problem !== null)
  }

  async #answer(request: NativeRequest): Promise<Reply> {
    this.requests.push(request.type)
    await Promise.resolve()
    const isRefused = request.type === 'editNotes' || this.refuses === 'unreachable'
    if (this.refuses !== null && isRefused)
      return { ok: false, error: { code: this.refuses, message: '' } }
    if (request.type === 'editNotes') {
      const update = fromBase64(request.update)
      this.#server.hear(update)
      this.#updates.push(update)
      return { ok: true }
    }
    const empty = Uint8Array.of(0, 0)
    return { ok: true, notes: toBase64(mergeUpdates([empty, ...this.#updates])) }
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds)
  await settled()
}

describe('notes', () => {
  it('are asked for with the first look, and followed from then on', async () => {
    const scene = new Scene()
    scene.adaWrites('Agenda')
    expect([scene.requests, scene.notes.changed]).toEqual([[], true])
    await scene.look()
    expect([scene.notes.text, scene.notes.changed]).toEqual(['Agenda', false])
    scene.adaWrites('Our ')
    expect([scene.notes.text, scene.notes.changed]).toEqual(['Our Agenda', false])
    scene.notes.open = false
    scene.adaWrites('# ')
    expect([scene.notes.text, scene.notes.changed]).toEqual(['# Our Agenda', true])
    expect(scene.requests).toEqual(['openNotes'])
  })

  it('are written by all', async () => {
    const scene = new Scene()
    scene.adaWrites('bring ')
    await scene.look()
    scene.benTypes('cake')
    scene.adaWrites('please ')
    await pass(150)
    const text = 'please bring cake'
    expect([scene.notes.text, scene.text]).toEqual([text, text])
  })

  it('tell where they changed', async () => {
    const scene = new Scene()
    scene.adaWrites('hers ')
    await scene.look()
    const heard = vi.fn()
    scene.notes.listen(heard)
    scene.benTypes('mine')
    expect(heard, 'one knows what one typed').not.toHaveBeenCalled()
    scene.adaWrites('all ')
    expect(heard).toHaveBeenLastCalledWith([{ insert: 'all ' }], 'others')
    scene.notes.undo()
    expect(heard).toHaveBeenLastCalledWith([{ retain: 9 }, { delete: 4 }], 'undoing')
    expect(scene.notes.text).toBe('all hers ')
  })

  it('are as all have them when what one wrote is refused, and say why', async () => {
    const scene = new Scene()
    scene.adaWrites('hers')
    await scene.look()
    scene.refuses = 'forbidden_by_policy'
    scene.benTypes(' mine')
    await pass(150)
    await vi.waitUntil(() => scene.notes.ready)
    expect([scene.notes.text, scene.text]).toEqual(['hers', 'hers'])
    expect(scene.notes.problem?.code).toBe('forbidden_by_policy')
    scene.refuses = null
    scene.benTypes(' mine')
    await pass(150)
    expect([scene.text, scene.notes.problem]).toEqual(['hers mine', null])
  })

  it('catch up after a connection was lost, and so do the others', async () => {
    const scene = new Scene()
    await scene.look()
    scene.refuses = 'unreachable'
    scene.benTypes('offline')
    await pass(150)
    scene.notes.pause()
    await pass(5000)
    expect(scene.requests.filter((type) => type === 'editNotes').length).toBe(1)
    scene.refuses = null
    scene.notes.hear(welcome())
    await settled()
    expect(scene.text).toBe('offline')
    expect(scene.requests.slice(-2)).toEqual(['openNotes', 'editNotes'])
  })

  it('tell who else writes, until they pause or leave', async () => {
    const scene = new Scene()
    scene.adaWrites('a')
    expect(scene.notes.writer).toBe(1)
    await pass(2500)
    expect(scene.notes.writer).toBe(null)
    scene.adaWrites('b')
    scene.notes.hear({ type: 'left', who: ben.id, departure: 'left' })
    expect(scene.notes.writer, 'somebody else left').toBe(1)
    scene.notes.hear({ type: 'left', who: 1, departure: 'left' })
    expect(scene.notes.writer).toBe(null)
  })
})
