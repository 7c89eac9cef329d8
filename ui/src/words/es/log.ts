import type { Catalogue } from '../en'

export const log: Catalogue['log'] = {
  title: 'Lo que hicieron los anfitriones',
  empty: 'Nada todavía. Lo que los anfitriones hacen a otros aparece aquí, solo para anfitriones.',
  admitted: (by, whom) => `${by} dejó entrar a ${whom}`,
  denied: (by, whom) => `${by} no dejó entrar a ${whom}`,
  removed: (by, whom) => `${by} expulsó a ${whom}`,
  letBack: (by, whom) => `${by} dejó volver a ${whom}`,
  muted: (by, whom) => `${by} silenció a ${whom}`,
  mutedAll: (by) => `${by} silenció a todos los demás`,
  setRights: (by, whom) => `${by} cambió lo que puede usar ${whom}`,
  askedToUnmute: (by, whom) => `${by} pidió a ${whom} que activara el micrófono`,
  renamed: (by, whom, name) => `${by} cambió el nombre de ${whom} a ${name}`,
  madeCoHost: (by, whom) => `${by} hizo coanfitrión a ${whom}`,
  madeParticipant: (by, whom) => `${by} hizo participante a ${whom}`,
  handedOver: (by, whom) => `${by} hizo anfitrión a ${whom}`,
  tookOver: (by, whom) => `${by} relevó a ${whom} como anfitrión`,
  spotlit: (by, whom) => `${by} mostró a ${whom} en grande a todos`,
  endedSpotlight: (by) => `${by} retiró el primer plano`,
  stoppedScreen: (by, whom) => `${by} detuvo la pantalla de ${whom}`,
  loweredHand: (by, whom) => `${by} bajó la mano de ${whom}`,
  deletedMessage: (by, whom) => `${by} eliminó un mensaje de ${whom}`,
}
