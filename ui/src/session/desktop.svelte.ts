import { attemptShell } from '../platform/failure'
import type { Shell } from '../platform/platform'
import type { Entrance } from '../protocol/Entrance'
import { say } from '../words/speech.svelte'
import { Alerts } from './alerts'
import { HandOver } from './handover.svelte'
import type { Ongoing } from './ongoing'
import { Quit } from './quit.svelte'
import { Settings } from './settings.svelte'
import type { StandBy } from './standby.svelte'

interface Around {
  standBy: StandBy
  /** A ticket for whoever goes on in the browser. */
  ticket: (entrance: Entrance | null) => Promise<string>
  /** The call that one is in, wherever it is held. */
  ongoing: () => Ongoing | null
  /** Whether somebody looks at this window, or at the call. */
  attended: () => boolean
  go: (path: string) => void
  /** Shows the call that one is in. */
  onshow: () => void
}

/** What only the desktop app does for its page. */
export class Desktop {
  readonly settings: Settings
  readonly quit: Quit
  readonly handOver: HandOver
  readonly alerts: Alerts

  readonly #shell: Shell

  constructor(shell: Shell, around: Around) {
    this.#shell = shell
    this.settings = new Settings(shell)
    this.quit = new Quit(shell, around.ongoing)
    this.handOver = new HandOver({
      ticket: around.ticket,
      open: (url) => attemptShell(() => shell.openInBrowser(url)),
      origin: location.origin,
    })
    const { standBy } = around
    this.alerts = new Alerts({
      shell,
      wanted: () => this.settings.kept?.notifications === true,
      attended: around.attended,
      words: () => say.alerts,
      onaccept: () => {
        if (standBy.incoming !== null) void standBy.accept(standBy.incoming.kind)
      },
      ondecline: () => void standBy.decline(),
      onshow: around.onshow,
    })
    shell.listen({
      onlink: around.go,
      onpressed: (tag, action) => {
        this.alerts.pressed(tag, action)
      },
      onquit: (others) => {
        this.quit.ask(others)
      },
    })
  }

  /** The page that a link asked for before there was a window; null for none. */
  async firstPage(): Promise<string | null> {
    let path: string | null = null
    await attemptShell(async () => {
      path = await this.#shell.firstPage()
    })
    return path
  }

  /** The tray speaks as the page does. */
  async speak(language: string): Promise<void> {
    await attemptShell(() => this.#shell.speak(language))
  }
}
