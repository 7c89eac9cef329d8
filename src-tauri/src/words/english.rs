//! English.

use super::Words;

pub(super) const WORDS: Words = Words {
    no_call: "No call",
    meeting: "Meeting",
    connecting: "{title} – connecting",
    green_room: "{title} – in the green room",
    lobby: "{title} – waiting in the lobby",
    alone: "{title} – nobody else yet",
    people: "{title} – {people} people",
    knocking: "{call}, {waiting} waiting",
    reconnecting: "{title} – reconnecting",
    mute: "Mute",
    unmute: "Unmute",
    leave: "Leave",
    visibility: "Visible on the network to",
    everyone: "Everyone",
    code_only: "People with a code",
    nobody: "Nobody",
    show: "Show Hearth",
    quit: "Quit",
    hidden_title: "Hearth is still running",
    hidden_hosting: "Your computer is hosting a meeting, so Hearth goes on without its window. To see it again, \
                     choose Show Hearth in the tray, or start Hearth.",
    hidden_in_call: "You are in a call, so Hearth goes on without its window. To see it again, choose Show Hearth \
                     in the tray, or start Hearth.",
    bad_link_title: "This link opens no meeting",
    bad_link: "It is not a link to a Hearth meeting, or a part of it is missing. Ask for the link again.",
    no_browser: "Hearth found no browser to open this in. Copy the link, and open it in a browser yourself.",
    not_for_browser: "Hearth opens nothing but pages of the web in the browser.",
    no_such_keys: "“{keys}” is not a shortcut. Use Ctrl, Alt, Shift or Super together with a key, or a function key.",
    keys_taken: "“{keys}” is taken by another program. Choose other keys.",
    no_keys_here: "This desktop gives no app a shortcut that works everywhere. In the desktop's own settings you can \
                   assign keys to this command: {command}",
    no_start_at_login: "Starting at login could not be changed: {why}",
    not_kept: "The settings could not be kept: {why}",
    not_visible: "Who may see Hearth on the network could not be changed.",
};
