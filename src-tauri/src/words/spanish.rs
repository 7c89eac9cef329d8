//! Spanish.

use super::Words;

pub(super) const WORDS: Words = Words {
    no_call: "Ninguna llamada",
    meeting: "Reunión",
    connecting: "{title} – conectando",
    green_room: "{title} – antes de entrar",
    lobby: "{title} – en la sala de espera",
    alone: "{title} – aún no hay nadie más",
    people: "{title} – {people} personas",
    knocking: "{call}, {waiting} en espera",
    reconnecting: "{title} – reconectando",
    mute: "Silenciar",
    unmute: "Activar el micrófono",
    leave: "Salir de la llamada",
    visibility: "Visible en la red para",
    everyone: "Todos",
    code_only: "Quienes tienen un código",
    nobody: "Nadie",
    show: "Mostrar Hearth",
    quit: "Cerrar Hearth",
    hidden_title: "Hearth sigue en marcha",
    hidden_hosting: "Tu equipo aloja una reunión, así que Hearth sigue sin su ventana. Para volver a verla, elige \
                     «Mostrar Hearth» en la bandeja o inicia Hearth.",
    hidden_in_call: "Estás en una llamada, así que Hearth sigue sin su ventana. Para volver a verla, elige \
                     «Mostrar Hearth» en la bandeja o inicia Hearth.",
    bad_link_title: "Este enlace no abre ninguna reunión",
    bad_link: "No es el enlace de una reunión de Hearth, o le falta una parte. Pide el enlace otra vez.",
    no_browser: "Hearth no ha encontrado ningún navegador para abrirlo. Copia el enlace y ábrelo tú en un \
                 navegador.",
    not_for_browser: "Hearth solo abre páginas web en el navegador.",
    no_such_keys: "«{keys}» no es un atajo. Usa Ctrl, Alt, Mayús o Super junto con una tecla, o una tecla de \
                   función.",
    keys_taken: "Otro programa ya usa «{keys}». Elige otras teclas.",
    no_keys_here: "Este escritorio no da a ninguna aplicación un atajo que sirva en todas partes. En sus propios \
                   ajustes puedes asignar teclas a esta orden: {command}",
    no_start_at_login: "No se ha podido cambiar el inicio con la sesión: {why}",
    not_kept: "No se han podido guardar los ajustes: {why}",
    not_visible: "No se ha podido cambiar quién ve Hearth en la red.",
};
