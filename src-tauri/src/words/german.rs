//! German.

use super::Words;

pub(super) const WORDS: Words = Words {
    no_call: "Kein Anruf",
    meeting: "Besprechung",
    connecting: "{title} – wird verbunden",
    green_room: "{title} – im Vorraum",
    lobby: "{title} – wartet auf Einlass",
    alone: "{title} – noch niemand sonst",
    people: "{title} – {people} Personen",
    knocking: "{call}, {waiting} warten auf Einlass",
    reconnecting: "{title} – wird neu verbunden",
    mute: "Stummschalten",
    unmute: "Stummschaltung aufheben",
    leave: "Verlassen",
    visibility: "Im Netzwerk sichtbar für",
    everyone: "Alle",
    code_only: "Personen mit einem Code",
    nobody: "Niemanden",
    show: "Hearth anzeigen",
    quit: "Beenden",
    hidden_title: "Hearth läuft weiter",
    hidden_hosting: "Auf diesem Computer findet eine Besprechung statt, deshalb läuft Hearth ohne Fenster weiter. \
                     Das Fenster kommt mit „Hearth anzeigen“ im Infobereich zurück, oder wenn Sie Hearth starten.",
    hidden_in_call: "Sie sind in einem Anruf, deshalb läuft Hearth ohne Fenster weiter. Das Fenster kommt mit \
                     „Hearth anzeigen“ im Infobereich zurück, oder wenn Sie Hearth starten.",
    bad_link_title: "Dieser Link öffnet keine Besprechung",
    bad_link: "Er führt zu keiner Besprechung in Hearth, oder ein Teil fehlt. Bitten Sie noch einmal um den Link.",
    no_browser: "Hearth hat keinen Browser gefunden. Kopieren Sie den Link, und öffnen Sie ihn selbst in einem Browser.",
    not_for_browser: "Hearth öffnet im Browser nur Webseiten.",
    no_such_keys: "„{keys}“ ist keine Tastenkombination. Nehmen Sie Strg, Alt, Umschalt oder Super mit einer Taste, \
                   oder eine Funktionstaste.",
    keys_taken: "„{keys}“ gehört schon einem anderen Programm. Wählen Sie andere Tasten.",
    no_keys_here: "Dieser Desktop gibt keiner App Tasten, die überall wirken. In seinen Einstellungen können Sie Tasten \
                   für diesen Befehl festlegen: {command}",
    no_start_at_login: "Der Start bei der Anmeldung ließ sich nicht ändern: {why}",
    not_kept: "Die Einstellungen ließen sich nicht speichern: {why}",
    not_visible: "Die Sichtbarkeit im Netzwerk ließ sich nicht ändern.",
};
