import type { Attachment } from 'svelte/attachments'

import type { Volume } from '../../session/volumes.svelte'

/** What is heard of the others. Browsers may want a click before they sound anything. */
export class Sound {
  #elements: HTMLMediaElement[] = []
  #blocked = $state(false)

  get blocked(): boolean {
    return this.#blocked
  }

  /** Sounds a stream at a speaker; an empty id is whichever the system prefers. */
  play(stream: MediaStream | null, speaker: string): Attachment<HTMLMediaElement> {
    return (element) => {
      this.#elements.push(element)
      if (element.srcObject !== stream) element.srcObject = stream
      void this.#begin(element, speaker)
      return () => {
        this.#elements = this.#elements.filter((it) => it !== element)
      }
    }
  }

  /** To be called while handling a click. */
  turnOn(): void {
    this.#blocked = false
    for (const element of this.#elements) void this.#begin(element)
  }

  async #begin(element: HTMLMediaElement, speaker?: string): Promise<void> {
    try {
      if (speaker !== undefined && 'setSinkId' in element) await element.setSinkId(speaker)
    } catch {
      // The speaker is unplugged: then it sounds where it did.
    }
    try {
      if (element.srcObject !== null) await element.play()
    } catch (error) {
      // A stream that is replaced meanwhile interrupts its playing, which is no trouble.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#blocked = true
    }
  }
}

/** Sounds somebody as loud as they are to be heard. */
export function loudness({ level, muted }: Volume): Attachment<HTMLMediaElement> {
  return (element) => {
    element.volume = level
    // Phones leave the volume to their keys, and know this alone.
    element.muted = muted || level === 0
  }
}
