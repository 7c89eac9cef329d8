import { expect, it, vi } from 'vitest'

import type { Sent } from './budget'
import { resize } from './encoding'

const all = (shrink: number): Sent => ({ shrink, frames: null })

/** A sender whose browser takes its time, and no second change meanwhile. */
function slowSender(...encodings: RTCRtpEncodingParameters[]) {
  const pending: (() => void)[] = []
  const taken: unknown[] = []
  const sender = {
    getParameters: () => ({ encodings: encodings.map((it) => ({ ...it })) }),
    setParameters: (changed: { encodings: RTCRtpEncodingParameters[] }) => {
      if (pending.length > 0) throw new DOMException('One at a time.', 'InvalidStateError')
      return new Promise<void>((resolve) => {
        pending.push(() => {
          pending.pop()
          encodings = changed.encodings
          taken.push(encodings[0])
          resolve()
        })
      })
    },
  }
  const settle = async () => {
    for (let take = pending[0]; take !== undefined; take = pending[0]) {
      take()
      await Promise.resolve()
      await Promise.resolve()
    }
  }
  return { sender: sender as unknown as RTCRtpSender, taken, settle }
}

it('changes one thing after the other, and what is wanted last stays', async () => {
  const { sender, taken, settle } = slowSender({ active: true })
  let sent: Sent | null = all(2)
  const done = resize(sender, () => sent)
  sent = all(4)
  void resize(sender, () => sent)
  sent = null
  void resize(sender, () => sent)
  await settle()
  await done
  expect(taken).toEqual([
    { active: true, scaleResolutionDownBy: 2 },
    { active: false, scaleResolutionDownBy: 2 },
  ])
})

it('sends seldom while that is wanted, and as often as it can again', async () => {
  const { sender, taken, settle } = slowSender({ active: true })
  const seldom = resize(sender, () => ({ shrink: 4, frames: 12 }))
  await settle()
  await seldom
  const often = resize(sender, () => all(1))
  await settle()
  await often
  expect(taken).toEqual([
    { active: true, scaleResolutionDownBy: 4, maxFramerate: 12 },
    { active: true, scaleResolutionDownBy: 1 },
  ])
})

it('asks the browser for nothing that is so already', async () => {
  const { sender, taken } = slowSender({ active: true })
  await resize(sender, () => all(1))
  expect(taken).toEqual([])
})

it('leaves what cannot be resized yet, or any more', async () => {
  const debug = vi.spyOn(console, 'debug').mockReturnValue()
  await resize(slowSender().sender, () => all(2))
  expect(debug).not.toHaveBeenCalled()
  const { sender } = slowSender({ active: true })
  sender.setParameters = () => Promise.reject(new DOMException('closed', 'InvalidStateError'))
  await resize(sender, () => all(2))
  expect(debug).toHaveBeenCalledOnce()
  debug.mockRestore()
})
