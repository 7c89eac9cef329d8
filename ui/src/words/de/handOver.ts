import type { Catalogue } from '../en'

export const handOver: Catalogue['handOver'] = {
  opening: 'Ihr Browser wird geöffnet …',
  openingText:
    'Dieses Fenster bleibt bei Ihnen: Stummschalten, Chat und Auflegen gehen auch von hier.',
  stuck: 'Ihr Browser ist nicht im Gespräch angekommen',
  stuckText:
    'Vielleicht startet er noch, oder er kann keine Gespräche führen. Öffnen Sie ihn noch einmal, oder kopieren Sie den Link in einen Browser wie Firefox oder Chromium.',
  failed: 'Es ließ sich kein Browser öffnen',
  failedText: 'Kopieren Sie den Link in einen Browser wie Firefox oder Chromium.',
  again: 'Noch einmal öffnen',
  link: 'Link für Ihren Browser',
  cannot: 'Dieser Browser kann keine Gespräche führen',
  cannotText:
    'Er wurde ohne WebRTC gebaut. Öffnen Sie den Link in einem anderen, etwa Firefox oder Chromium.',
  cannotLink: 'Link der Besprechung',
}
