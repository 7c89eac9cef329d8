//! What a guest without a secure connection is told, in every language that Hearth speaks.

pub(super) struct Words {
    pub(super) language: &'static str,
    pub(super) direction: &'static str,
    /// `{name}` is the server.
    pub(super) title: &'static str,
    pub(super) secure: &'static str,
    pub(super) warning: &'static str,
    pub(super) go_on: &'static str,
    pub(super) without: &'static str,
}

/// The words of the first language that a browser asks for and Hearth speaks.
pub(super) fn asked(accept_language: &str) -> &'static Words {
    // Browsers name what they would like best first; the weights say the same once more.
    accept_language
        .split(',')
        .filter_map(|range| range.trim().split([';', '-']).next())
        .find_map(|tag| ALL.iter().find(|words| words.language.eq_ignore_ascii_case(tag)))
        .unwrap_or(&ALL[0])
}

static ALL: [Words; 5] = [
    Words {
        language: "en",
        direction: "ltr",
        title: "Hearth on {name}",
        secure: "To speak and to be seen, open the secure address:",
        warning: "Your browser will say that the connection is not private, because this computer made its \
                  certificate itself: look at the certificate there, and go on if its SHA-256 fingerprint is the one \
                  that your host sees under “Invite”, which should be this:",
        go_on: "Go on without a secure connection",
        without: "you can watch, listen and write, but not speak or show yourself, and others on this network could \
                  listen in.",
    },
    Words {
        language: "de",
        direction: "ltr",
        title: "Hearth auf {name}",
        secure: "Um zu sprechen und gesehen zu werden, öffnen Sie die sichere Adresse:",
        warning: "Ihr Browser wird sagen, dass die Verbindung nicht privat ist, weil dieser Computer sein Zertifikat \
                  selbst gemacht hat: Sehen Sie sich dort das Zertifikat an, und machen Sie weiter, wenn sein \
                  SHA-256-Fingerabdruck der ist, den Ihr Gastgeber unter „Einladen“ sieht. Es sollte dieser sein:",
        go_on: "Ohne sichere Verbindung weitermachen",
        without: "Sie können zusehen, zuhören und schreiben, aber nicht sprechen oder sich zeigen, und andere in diesem \
                  Netzwerk könnten mithören.",
    },
    Words {
        language: "fr",
        direction: "ltr",
        title: "Hearth sur {name}",
        secure: "Pour parler et vous montrer, ouvrez l’adresse sécurisée\u{202f}:",
        warning: "Votre navigateur dira que la connexion n’est pas privée, car cet ordinateur a créé lui-même son \
                  certificat\u{202f}: examinez-y le certificat, et continuez si son empreinte SHA-256 est celle que \
                  l’hôte voit sous «\u{202f}Inviter\u{202f}», qui devrait être celle-ci\u{202f}:",
        go_on: "Continuer sans connexion sécurisée",
        without: "vous pouvez regarder, écouter et écrire, mais pas parler ni vous montrer, et d’autres personnes du \
                  réseau pourraient écouter.",
    },
    Words {
        language: "es",
        direction: "ltr",
        title: "Hearth en {name}",
        secure: "Para hablar y que te vean, abre la dirección segura:",
        warning: "Tu navegador dirá que la conexión no es privada, porque este equipo ha creado él mismo su \
                  certificado: mira allí el certificado y sigue si su huella SHA-256 es la que el anfitrión ve en \
                  «Invitar», que debería ser esta:",
        go_on: "Seguir sin conexión segura",
        without: "puedes mirar, escuchar y escribir, pero no hablar ni mostrarte, y otros en esta red podrían \
                  escuchar.",
    },
    Words {
        language: "ar",
        direction: "rtl",
        title: "Hearth على {name}",
        secure: "لكي تتحدث ويراك الآخرون، افتح العنوان الآمن:",
        warning: "سيقول متصفحك إن الاتصال غير خاص، لأن هذا الكمبيوتر أصدر شهادته بنفسه: انظر إلى الشهادة هناك، وتابع \
                  إذا كانت بصمة SHA-256 الخاصة بها هي التي يراها المضيف ضمن «دعوة»، ويُفترض أن تكون هذه:",
        go_on: "المتابعة من دون اتصال آمن",
        without: "يمكنك المشاهدة والاستماع والكتابة، ولكن لا يمكنك التحدث أو الظهور، وقد يتنصت آخرون على هذه الشبكة.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_that_is_asked_for_and_spoken() {
        for (header, language) in [
            ("de-AT,de;q=0.9,en;q=0.8", "de"),
            ("nl, FR-ca;q=0.7, en;q=0.5", "fr"),
            ("ar-EG", "ar"),
            ("nl", "en"),
            ("", "en"),
            (",;-,*", "en"),
        ] {
            assert_eq!(asked(header).language, language, "{header}");
        }
    }

    #[test]
    fn every_language_names_the_server() {
        assert!(ALL.iter().all(|words| words.title.matches("{name}").count() == 1));
    }
}
