import type { Catalogue } from '../en'

export const picture: Catalogue['picture'] = {
  title: 'Bild',
  background: 'Hintergrund',
  backgrounds: {
    none: 'Wie er ist',
    blurWeak: 'Etwas unscharf',
    blurStrong: 'Sehr unscharf',
    dawn: 'Morgen',
    sea: 'Meer',
    wood: 'Bücherregal',
    paper: 'Papier',
    night: 'Nacht',
    own: 'Mein Bild',
  },
  cannot:
    'Dieser Browser kann Ihr Bild nicht verändern, bevor es gesendet wird. Chrome, Edge und andere Browser auf der Grundlage von Chromium können es.',
  room: {
    learn: 'Meinen Raum kennenlernen',
    again: 'Erneut kennenlernen',
    states: {
      unknown:
        'Hearth kennt Ihren Raum noch nicht, deshalb ist Ihr ganzes Bild unscharf. Drücken Sie den Knopf und gehen Sie aus dem Bild; dann sieht sich Hearth den leeren Raum einmal an. Nichts davon verlässt diesen Computer.',
      leaving: 'Bitte gehen Sie jetzt aus dem Bild.',
      looking: 'Hearth sieht sich Ihren Raum an. Bleiben Sie fort, bis Sie einen Ton hören.',
      known:
        'Verborgen ist, was wie Ihr Raum aussieht. Was später hinzukommt, ist zu sehen. Ändern sich Licht oder Kamera, lassen Sie ihn erneut kennenlernen.',
      moved: 'Etwas hat sich bewegt. Versuchen Sie es noch einmal, wenn niemand im Bild ist.',
      lost: 'Was die Kamera sieht, ist nicht mehr dieser Raum, deshalb ist Ihr ganzes Bild unscharf. Lassen Sie ihn erneut kennenlernen.',
    },
  },
  own: {
    choose: 'Ein eigenes Bild verwenden',
    change: 'Ein anderes eigenes Bild verwenden',
    remove: 'Mein Bild entfernen',
    hint: 'Es bleibt in diesem Browser. Die anderen sehen es hinter Ihnen und bekommen keine Datei.',
    problems: {
      tooLarge: 'Diese Datei ist zu groß. Wählen Sie eine mit höchstens 10 MB.',
      unreadable:
        'Das ist kein Bild, das dieser Browser lesen kann. Wählen Sie ein JPEG oder ein PNG.',
      unkept: 'Dieser Browser bewahrt keine Bilder auf, vielleicht weil das Fenster privat ist.',
    },
  },
  brighten: 'Dunkles Bild aufhellen',
  brightenHint: 'Für den Abend, und wenn hinter Ihnen ein Fenster ist.',
  isDark: 'Bei Ihnen ist es dunkel.',
  brightenNow: 'Mein Bild aufhellen',
  unpainted: {
    slow: 'Dieser Computer ist zu langsam, um Ihr Bild zu verändern, deshalb bleibt es unverändert. War Ihr Raum verborgen, ist auch Ihre Kamera aus: Schalten Sie sie ein, um so gesehen zu werden, wie Sie sind.',
    failed:
      'Ihr Bild konnte nicht verändert werden. War Ihr Raum verborgen, ist auch Ihre Kamera aus: Schalten Sie sie ein, um so gesehen zu werden, wie Sie sind.',
  },
  turn: 'Andere Kamera verwenden',
  saveData: 'Daten sparen',
  saveDataHint:
    'Bilder von Personen sind klein und bewegen sich weniger, Ihre und die der anderen.',
  pause: 'Keine Bilder der anderen',
  pauseHint: 'Sie hören die anderen und sehen die Bildschirme, die sie teilen.',
  saving: 'Daten werden gespart: Bilder von Personen sind in beiden Richtungen klein.',
  savingMore: 'Daten werden gespart: Ihr Bild ist klein, und die der anderen kommen nicht.',
}
