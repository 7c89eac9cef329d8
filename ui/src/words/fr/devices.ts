import type { Catalogue } from '../en'

export const devices: Catalogue['devices'] = {
  title: 'Appareils',
  microphone: 'Micro',
  camera: 'Caméra',
  speaker: 'Haut-parleur',
  numbered: (device, number) => `${device} ${number}`,
  mute: 'Couper le micro',
  unmute: 'Activer le micro',
  cameraOff: 'Désactiver la caméra',
  cameraOn: 'Activer la caméra',
  forbidden: {
    microphone: 'L’hôte a désactivé les micros.',
    camera: 'L’hôte a désactivé les caméras.',
  },
  level: 'Niveau du micro',
  noise: {
    title: 'Bruit autour de vous',
    kinds: {
      off: 'Laisser le bruit',
      browser: 'Réduire le bruit',
      strong: 'Réduire fortement le bruit',
    },
    unable: 'Ce navigateur ne peut pas réduire fortement le bruit ; il le réduit à sa manière.',
  },
  testSpeaker: 'Jouer un son de test',
  voice: {
    test: 'Tester ma voix',
    hint: 'Enregistre cinq secondes et vous les fait écouter. Rien ne quitte cet ordinateur.',
    muted: 'Activez le micro pour entendre votre voix.',
    recording: 'Dites quelque chose…',
    playing: 'Voici comment les autres vous entendent.',
    failed: 'La lecture n’a pas été possible ici.',
    stop: 'Arrêter',
  },
  arrival: {
    ask: (device) => `Utiliser ${device} ?`,
    use: 'Utiliser',
    leave: 'Pas maintenant',
  },
  replaced: (lost, now) => `${lost} n’est plus là. ${now} prend le relais.`,
  unplugged: (lost) => `${lost} n’est plus là. Un autre appareil prend le relais.`,
  talking: {
    title: 'Parole et sons',
    pushToTalk: 'Appuyer pour parler',
    pushToTalkHint: 'Votre micro est coupé, sauf tant que vous maintenez une touche.',
    mutedHint: 'Me prévenir quand je parle micro coupé',
    mutedHintHint: 'Seule cette page écoute le micro coupé, et n’en mesure que le volume.',
    sounds: 'Sons de l’appel',
    soundsHint:
      'Quand quelqu’un arrive, part ou demande à entrer, et pour les mains levées et les messages quand vous regardez ailleurs.',
  },
  seen: 'Ce que voit votre caméra',
  isOff: 'Votre caméra est désactivée',
  insecure:
    'Vous pouvez regarder, écouter et écrire. Pour parler et être vu, ouvrez {}. Ici, d’autres personnes du réseau pourraient écouter.',
  secureAddress: 'l’adresse sécurisée',
  problems: {
    microphone: {
      denied:
        'Votre navigateur n’a pas le droit d’utiliser le micro. Autorisez-le avec l’icône à côté de l’adresse, puis activez-le.',
      blocked:
        'Le système n’autorise pas votre navigateur à utiliser le micro. Autorisez-le, puis activez le micro.',
      dismissed:
        'Le navigateur a demandé l’accès au micro et n’a pas reçu de réponse. Activez-le, puis choisissez Autoriser.',
      unfit: 'Le micro choisi ne peut pas être utilisé. Choisissez-en un autre.',
      missing: 'Aucun micro n’a été trouvé. Branchez-en un, ou venez sans.',
      busy: 'Un autre programme utilise le micro. Fermez ce programme, puis activez le micro.',
      insecure:
        'Les navigateurs ne prêtent le micro qu’aux pages sécurisées. Ouvrez cette page par son adresse https://.',
      failed: 'Le micro n’a pas démarré. Activez-le pour réessayer.',
    },
    camera: {
      denied:
        'Votre navigateur n’a pas le droit d’utiliser la caméra. Autorisez-la avec l’icône à côté de l’adresse, puis activez-la.',
      blocked:
        'Le système n’autorise pas votre navigateur à utiliser la caméra. Autorisez-le, puis activez la caméra.',
      dismissed:
        'Le navigateur a demandé l’accès à la caméra et n’a pas reçu de réponse. Activez-la, puis choisissez Autoriser.',
      unfit: 'La caméra choisie ne peut pas être utilisée. Choisissez-en une autre.',
      missing: 'Aucune caméra n’a été trouvée. Branchez-en une, ou venez sans.',
      busy: 'Un autre programme utilise la caméra. Fermez ce programme, puis activez la caméra.',
      insecure:
        'Les navigateurs ne prêtent la caméra qu’aux pages sécurisées. Ouvrez cette page par son adresse https://.',
      failed: 'La caméra n’a pas démarré. Activez-la pour réessayer.',
    },
  },
}
