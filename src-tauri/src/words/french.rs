//! French.

use super::Words;

pub(super) const WORDS: Words = Words {
    no_call: "Aucun appel",
    meeting: "Réunion",
    connecting: "{title} – connexion",
    green_room: "{title} – avant d’entrer",
    lobby: "{title} – en salle d’attente",
    alone: "{title} – personne d’autre pour l’instant",
    people: "{title} – {people} personnes",
    knocking: "{call}, {waiting} en attente",
    reconnecting: "{title} – reconnexion",
    mute: "Couper le micro",
    unmute: "Activer le micro",
    leave: "Quitter l’appel",
    visibility: "Visible sur le réseau par",
    everyone: "Tout le monde",
    code_only: "Les personnes qui ont un code",
    nobody: "Personne",
    show: "Afficher Hearth",
    quit: "Quitter Hearth",
    hidden_title: "Hearth fonctionne toujours",
    hidden_hosting: "Votre ordinateur héberge une réunion, Hearth continue donc sans sa fenêtre. Pour la revoir, \
                     choisissez «\u{202f}Afficher Hearth\u{202f}» dans la zone de notification, ou démarrez \
                     Hearth.",
    hidden_in_call: "Vous êtes en appel, Hearth continue donc sans sa fenêtre. Pour la revoir, choisissez \
                     «\u{202f}Afficher Hearth\u{202f}» dans la zone de notification, ou démarrez Hearth.",
    bad_link_title: "Ce lien n’ouvre aucune réunion",
    bad_link: "Ce n’est pas le lien d’une réunion Hearth, ou il en manque une partie. Demandez-le à nouveau.",
    no_browser: "Hearth n’a trouvé aucun navigateur pour l’ouvrir. Copiez le lien, et ouvrez-le vous-même dans un \
                 navigateur.",
    not_for_browser: "Hearth n’ouvre dans le navigateur que des pages web.",
    no_such_keys: "«\u{202f}{keys}\u{202f}» n’est pas un raccourci. Utilisez Ctrl, Alt, Maj ou Super avec une \
                   touche, ou une touche de fonction.",
    keys_taken: "«\u{202f}{keys}\u{202f}» est déjà utilisé par un autre programme. Choisissez d’autres touches.",
    no_keys_here: "Ce bureau n’accorde à aucune application de raccourci valable partout. Dans ses propres \
                   réglages, vous pouvez attribuer des touches à cette commande\u{202f}: {command}",
    no_start_at_login: "Le démarrage à l’ouverture de session n’a pas pu être modifié\u{202f}: {why}",
    not_kept: "Les paramètres n’ont pas pu être enregistrés\u{202f}: {why}",
    not_visible: "La visibilité de Hearth sur le réseau n’a pas pu être modifiée.",
};
