import { describe, expect, it } from 'vitest'

import { inCall, muted } from './testing/tab'
import { ada, allOn, ben, openPolicy, settled } from './testing/wire'

describe('what one sends', () => {
  it('is told, all at once', async () => {
    const tab = await inCall()
    await tab.meeting.switches.toggleMicrophone()
    await settled()
    expect(tab.wire.asked('setMedia')).toEqual([{ type: 'setMedia', media: muted }])
  })

  it('is told when a device fails', async () => {
    const tab = await inCall()
    tab.source.broken.video = 'NotFoundError'
    tab.source.live('video')[0]?.end()
    await settled()
    const camera = { available: false, enabled: false }
    expect(tab.last('setMedia')?.media).toEqual({ ...allOn, camera })
  })

  it('obeys when a host mutes one', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'mediaChanged', who: 2, media: muted, by: 1 })
    expect(tab.meeting.devices.microphone.on).toBe(false)
    expect(tab.source.live('audio')[0]?.enabled).toBe(false)
    expect(tab.notices).toContain('Ada muted you')
    expect(tab.wire.asked('setMedia')).toEqual([])
    expect(tab.preferences.microphoneOn, 'next time as the user likes it').toBe(true)
  })

  it('stays off when the server heard an unmuting that came before the mute', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'mediaChanged', who: 2, media: muted, by: 1 })
    await tab.wire.tell({ type: 'mediaChanged', who: 2, media: allOn, by: null })
    expect(tab.meeting.devices.microphone.on).toBe(false)
    expect(tab.last('setMedia')?.media).toEqual(muted)
  })

  it('stops sharing the screen when a host says so', async () => {
    const tab = await inCall()
    await tab.meeting.switches.toggleScreen()
    await settled()
    expect(tab.last('setMedia')?.media.screen).toBe(true)
    await tab.wire.tell({ type: 'mediaChanged', who: 2, media: allOn, by: 1 })
    expect(tab.meeting.devices.screen.on).toBe(false)
  })

  it('stays off where the policy says so', async () => {
    const policy = { ...openPolicy, microphone: false }
    const tab = await inCall({ policy, participants: [ada, { ...ben, media: muted }] })
    expect(tab.meeting.devices.microphone.on).toBe(false)
    await tab.meeting.switches.toggleMicrophone()
    expect(tab.meeting.devices.microphone.on).toBe(false)
    expect(tab.notices).toEqual(['The host has switched this off. Ask the host.'])
  })

  it('goes off again when the server forbids it', async () => {
    const tab = await inCall({ participants: [ada, { ...ben, media: muted }] })
    tab.wire.refusals.setMedia = 'forbidden_by_policy'
    await tab.wire.tell({
      type: 'policyChanged',
      policy: { ...openPolicy, microphone: false },
      by: 1,
    })
    await tab.meeting.devices.toggleMicrophone()
    await settled()
    expect(tab.meeting.devices.microphone.on).toBe(false)
    expect(tab.wire.asked('setMedia')).toHaveLength(1)
  })

  it('is not affected by what others do', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'mediaChanged', who: 1, media: muted, by: null })
    expect(tab.meeting.devices.microphone.on).toBe(true)
    expect(tab.meeting.call.remote(1)?.audio).toBeNull()
  })
})
