import type { NativeEvent } from '../../protocol/NativeEvent'
import { Presence } from '../presence'
import { FakeWire } from './wire'

/** A page that stands by, and the server's side of it. */
export class FakePresence {
  readonly wire = new FakeWire()
  readonly presence = new Presence({ wire: () => this.wire, name: () => 'Ben' })

  /** Its connection stands. */
  async stand(): Promise<void> {
    this.presence.open()
    await this.wire.connect()
  }

  tell(event: NativeEvent): Promise<void> {
    return this.wire.tell(event, 0)
  }
}
