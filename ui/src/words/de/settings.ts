import type { Catalogue } from '../en'

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  network: 'Netzwerk',
  visibility: {
    title: 'Wer diesen Computer sehen kann',
    everyone: 'Alle in diesem Netzwerk',
    everyoneHint: 'Andere sehen Ihre offenen Besprechungen und können Sie anrufen.',
    code: 'Nur wer einen Code hat',
    codeHint:
      'Ihre Besprechungen werden über ihren Code gefunden. Sonst ist von Ihnen nichts zu sehen.',
    nobody: 'Niemand',
    nobodyHint: 'Dieser Computer gibt nichts bekannt. Gäste brauchen den Link einer Besprechung.',
  },
  showName: 'Meinen Namen zeigen',
  noName: 'Ihr Name fehlt noch; auf der Startseite können Sie ihn eingeben.',
  nameShown: (name) => `Andere sehen „${name}“ bei Ihren Besprechungen.`,
  servers: {
    title: 'Server',
    text: 'Werden nach einer Besprechung gefragt, die in diesem Netzwerk nicht zu finden ist.',
    remove: (server) => `${server} entfernen`,
    add: 'Server hinzufügen',
    addNow: 'Hinzufügen',
    placeholder: 'Adresse:Port',
    wrong: 'Bitte eine Adresse und einen Port eingeben, zum Beispiel hearth.example.org:7466.',
  },
  hosts: {
    title: 'Bekannte Computer',
    text: 'Ihre Identität ist gemerkt: Niemand kann sich für einen von ihnen ausgeben.',
    none: 'Noch keine. Wem Sie im Netzwerk begegnen, steht dann hier.',
    forget: 'Vergessen',
    forgetOne: (name) => `${name} vergessen`,
    forgetting: (name) => `${name} vergessen?`,
    forgettingText:
      'Beim nächsten Mal ist er ein Fremder: Sie vergleichen die Symbole noch einmal oder brauchen den Code seiner Besprechung.',
  },
}
