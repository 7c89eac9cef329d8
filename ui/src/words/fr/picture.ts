import type { Catalogue } from '../en'

export const picture: Catalogue['picture'] = {
  title: 'Image',
  background: 'Arrière-plan',
  backgrounds: {
    none: 'Tel quel',
    blurWeak: 'Flouter un peu',
    blurStrong: 'Flouter fortement',
    dawn: 'Aube',
    sea: 'Mer',
    wood: 'Bibliothèque',
    paper: 'Papier',
    night: 'Nuit',
    own: 'Image personnelle',
  },
  cannot:
    'Ce navigateur ne peut pas modifier votre image avant qu’elle soit envoyée. Chrome, Edge et d’autres navigateurs fondés sur Chromium le peuvent.',
  hint: 'Hearth vous trouve dans l’image, sur cet ordinateur, et masque ce qui vous entoure. Il peut se tromper un instant : rangez ce que personne ne doit voir.',
  own: {
    choose: 'Utiliser une image personnelle',
    change: 'Utiliser une autre image personnelle',
    remove: 'Supprimer mon image personnelle',
    hint: 'Elle est conservée dans ce navigateur. Les autres la voient derrière vous, et ne reçoivent aucun fichier.',
    problems: {
      tooLarge: 'Ce fichier est trop volumineux. Choisissez-en un de 10 Mo au plus.',
      unreadable:
        'Ce n’est pas une image que ce navigateur peut lire. Choisissez un fichier JPEG ou PNG.',
      unkept: 'Ce navigateur ne conserve pas d’images, peut-être parce que la fenêtre est privée.',
    },
  },
  brighten: 'Éclaircir une image sombre',
  brightenHint: 'Pour le soir, et quand une fenêtre est derrière vous.',
  isDark: 'Il fait sombre chez vous.',
  brightenNow: 'Éclaircir mon image',
  unpainted: {
    slow: 'Cet ordinateur est trop lent pour modifier votre image ; elle n’est donc plus modifiée. Si votre pièce était masquée, votre caméra est désactivée aussi : activez-la pour qu’on vous voie sans modification.',
    failed:
      'Votre image n’a pas pu être modifiée ; elle ne l’est donc plus. Si votre pièce était masquée, votre caméra est désactivée aussi : activez-la pour qu’on vous voie sans modification.',
  },
  turn: 'Utiliser l’autre caméra',
  saveData: 'Économiser les données',
  saveDataHint:
    'Les images des personnes sont petites et moins fluides, la vôtre comme celles des autres.',
  pause: 'Pas d’images des autres',
  pauseHint: 'Vous entendez les autres, et voyez les écrans qu’ils partagent.',
  saving: 'Données économisées : les images des personnes sont petites, dans les deux sens.',
  savingMore: 'Données économisées : votre image est petite, et celles des autres n’arrivent pas.',
}
