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
  hint: 'Hearth findet Sie im Bild, auf diesem Computer, und verbirgt, was um Sie ist. Es kann sich für einen Augenblick irren: Räumen Sie weg, was niemand sehen darf.',
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
