import type { Catalogue } from '../en'

export const log: Catalogue['log'] = {
  title: 'Was Gastgeber getan haben',
  empty: 'Noch nichts. Was Gastgeber an anderen tun, steht hier, nur für Gastgeber.',
  admitted: (by, whom) => `${by} hat ${whom} eingelassen`,
  denied: (by, whom) => `${by} hat ${whom} abgewiesen`,
  removed: (by, whom) => `${by} hat ${whom} entfernt`,
  letBack: (by, whom) => `${by} lässt ${whom} wieder herein`,
  muted: (by, whom) => `${by} hat ${whom} stummgeschaltet`,
  mutedAll: (by) => `${by} hat alle anderen stummgeschaltet`,
  setRights: (by, whom) => `${by} hat geändert, was ${whom} verwenden darf`,
  askedToUnmute: (by, whom) => `${by} hat ${whom} gebeten, das Mikrofon einzuschalten`,
  renamed: (by, whom, name) => `${by} hat ${whom} in ${name} umbenannt`,
  madeCoHost: (by, whom) => `${by} hat ${whom} zum Mitgastgeber gemacht`,
  madeParticipant: (by, whom) => `${by} hat ${whom} zum Teilnehmer gemacht`,
  handedOver: (by, whom) => `${by} hat ${whom} zum Gastgeber gemacht`,
  tookOver: (by, whom) => `${by} hat die Rolle des Gastgebers von ${whom} übernommen`,
  spotlit: (by, whom) => `${by} zeigt ${whom} allen groß`,
  endedSpotlight: (by) => `${by} zeigt niemanden mehr groß`,
  stoppedScreen: (by, whom) => `${by} hat den Bildschirm von ${whom} beendet`,
  loweredHand: (by, whom) => `${by} hat die Hand von ${whom} gesenkt`,
  deletedMessage: (by, whom) => `${by} hat eine Nachricht von ${whom} gelöscht`,
}
