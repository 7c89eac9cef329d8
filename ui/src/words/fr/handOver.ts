import type { Catalogue } from '../en'

export const handOver: Catalogue['handOver'] = {
  opening: 'Votre navigateur s’ouvre…',
  openingText:
    'Cette fenêtre reste avec vous : vous pouvez aussi y couper le micro, écrire dans le chat et raccrocher.',
  stuck: 'Votre navigateur n’a pas rejoint l’appel',
  stuckText:
    'Il est peut-être encore en train de démarrer, ou il ne prend pas en charge les appels. Ouvrez-le à nouveau, ou copiez le lien dans un navigateur comme Firefox ou Chromium.',
  failed: 'Aucun navigateur ne s’est ouvert',
  failedText: 'Copiez le lien dans un navigateur comme Firefox ou Chromium.',
  again: 'Ouvrir à nouveau',
  link: 'Lien pour votre navigateur',
  cannot: 'Ce navigateur ne prend pas en charge les appels',
  cannotText:
    'Il a été construit sans WebRTC. Ouvrez le lien dans un autre navigateur, comme Firefox ou Chromium.',
  cannotLink: 'Lien de la réunion',
}
