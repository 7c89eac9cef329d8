import type { Catalogue } from '../en'

export const ring: Catalogue['ring'] = {
  wants: { video: 'Möchte Sie sehen.', voice: 'Möchte mit Ihnen sprechen.' },
  leavesMeeting: (wants) =>
    `${wants} Mit dem Annehmen verlassen Sie die Besprechung, in der Sie sind.`,
  decline: 'Ablehnen',
  voice: 'Ton',
  video: 'Video',
  acceptVoice: 'Mit Ton annehmen',
  acceptVideo: 'Mit Video annehmen',
  again: 'Noch einmal anrufen',
  calling: 'Verbindung wird aufgebaut …',
  ringing: 'Es klingelt dort.',
  declined: (name) => `${name} hat abgelehnt.`,
  busy: (name) => `${name} ist in einem anderen Gespräch. Bitte später noch einmal versuchen.`,
  noAnswer: (name) => `${name} hat nicht abgehoben und wird den Anruf sehen.`,
  unreachable: (name) =>
    `${name} ist nicht mehr erreichbar. Ist der Computer dort an und in Ihrem Netzwerk?`,
  over: 'Der Anruf ist vorbei.',
}
