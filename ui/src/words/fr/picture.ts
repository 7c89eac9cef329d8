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
  room: {
    learn: 'Mémoriser ma pièce',
    again: 'La mémoriser à nouveau',
    states: {
      unknown:
        'Hearth ne connaît pas encore votre pièce, et toute votre image est donc floutée. Appuyez sur le bouton, sortez de l’image, et Hearth regarde une fois la pièce vide. Rien de cela ne quitte cet ordinateur.',
      leaving: 'Sortez maintenant de l’image.',
      looking: 'Hearth regarde votre pièce. Restez à l’écart jusqu’à ce que vous entendiez un son.',
      known:
        'Tout ce qui ressemble à votre pièce est masqué. Ce qui y est placé ensuite se voit. Si la lumière ou la caméra change, mémorisez-la à nouveau.',
      moved: 'Quelque chose a bougé. Réessayez sans personne dans l’image.',
      lost: 'Ce que voit la caméra n’est plus cette pièce, et toute votre image est donc floutée. Mémorisez-la à nouveau.',
    },
  },
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
