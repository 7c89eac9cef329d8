import { expect, it, vi } from 'vitest'

import { resize } from './encoding'

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
  let shrink: number | null = 2
  const done = resize(sender, () => shrink)
  shrink = 4
  void resize(sender, () => shrink)
  shrink = null
  void resize(sender, () => shrink)
  await settle()
  await done
  expect(taken).toEqual([
    { active: true, scaleResolutionDownBy: 2 },
    { active: false, scaleResolutionDownBy: 2 },
  ])
})

it('asks the browser for nothing that is so already', async () => {
  const { sender, taken } = slowSender({ active: true })
  await resize(sender, () => 1)
  expect(taken).toEqual([])
})

it('leaves what cannot be resized yet, or any more', async () => {
  const debug = vi.spyOn(console, 'debug').mockReturnValue()
  await resize(slowSender().sender, () => 2)
  expect(debug).not.toHaveBeenCalled()
  const { sender } = slowSender({ active: true })
  sender.setParameters = () => Promise.reject(new DOMException('closed', 'InvalidStateError'))
  await resize(sender, () => 2)
  expect(debug).toHaveBeenCalledOnce()
  debug.mockRestore()
})
