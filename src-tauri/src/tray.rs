//! The icon in the tray, and its menu.

pub(crate) mod face;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hearth_server::{Calls, Deed, NetworkSwitch, Visibility};
use tauri::async_runtime::spawn;
use tauri::image::Image;
use tauri::include_image;
use tauri::menu::{CheckMenuItem, Menu, MenuBuilder, MenuEvent, MenuItem, Submenu};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager, Wry};
use tracing::{info, warn};

use self::face::{Face, Icon};
use crate::notes::{self, Note};
use crate::settings::Settings;
use crate::words::{Language, Words};
use crate::{closing, microphone, window};

const CHOICES: [(Visibility, &str); 3] = [
    (Visibility::Everyone, "visible-everyone"),
    (Visibility::Code, "visible-code"),
    (Visibility::Nobody, "visible-nobody"),
];

/// The tray, and what of it can change.
struct Tray {
    icon: TrayIcon,
    now: MenuItem<Wry>,
    mute: MenuItem<Wry>,
    leave: MenuItem<Wry>,
    visibility: Submenu<Wry>,
    choices: Vec<CheckMenuItem<Wry>>,
    show: MenuItem<Wry>,
    quit: MenuItem<Wry>,
}

/// Puts Hearth into the tray. Where there is none, Hearth goes without.
pub(crate) fn open(app: &AppHandle, calls: &Calls, network: &NetworkSwitch) {
    let settings = app.state::<Settings>();
    let language = settings.now().language();
    let face = Face::of(None, network.visibility(), language.words());
    // Where the library of tray icons is missing, its crate panics.
    let built = catch_unwind(AssertUnwindSafe(|| Tray::build(app, &face, language.words())));
    match built {
        Ok(Ok(tray)) => {
            spawn(follow(tray, calls.clone(), network.clone(), settings.changes(), face, language));
        }
        Ok(Err(error)) => warn!("There is no icon in the tray: {error}"),
        Err(_) => info!("This system has no library for icons in the tray"),
    }
}

/// Shows whatever changes, until the server ends.
async fn follow(
    tray: Tray,
    calls: Calls,
    network: NetworkSwitch,
    mut settings: tokio::sync::watch::Receiver<crate::settings::Kept>,
    mut shown: Face,
    mut spoken: Language,
) {
    let (mut at_hand, mut visibility) = (calls.at_hand(), network.changes());
    loop {
        let language = settings.borrow_and_update().language();
        if language != spoken {
            spoken = language;
            tray.name(spoken.words());
        }
        let call = at_hand.borrow_and_update().clone();
        let face = Face::of(call.as_ref(), network.visibility(), spoken.words());
        tray.show(&face, &shown);
        shown = face;
        let goes_on = tokio::select! {
            changed = at_hand.changed() => changed.is_ok(),
            changed = visibility.changed() => changed,
            changed = settings.changed() => changed.is_ok(),
        };
        if !goes_on {
            return;
        }
    }
}

impl Tray {
    fn build(app: &AppHandle, face: &Face, words: &Words) -> tauri::Result<Tray> {
        let item = |id, text, enabled| MenuItem::with_id(app, id, text, enabled, None::<&str>);
        let now = item("now", face.now.as_str(), false)?;
        let mute = item("mute", face.mute, face.can_mute)?;
        let leave = item("leave", words.leave, face.can_leave)?;
        let visibility = Submenu::with_id(app, "visibility", words.visibility, true)?;
        let mut choices = Vec::new();
        for (choice, id) in CHOICES {
            let (text, checked) = (named(choice, words), choice == face.visibility);
            let entry = CheckMenuItem::with_id(app, id, text, true, checked, None::<&str>)?;
            visibility.append(&entry)?;
            choices.push(entry);
        }
        let show = item("show", words.show, true)?;
        let quit = item("quit", words.quit, true)?;
        let menu: Menu<Wry> = MenuBuilder::new(app)
            .items(&[&now, &mute, &leave])
            .separator()
            .item(&visibility)
            .separator()
            .items(&[&show, &quit])
            .build()?;
        let icon = TrayIconBuilder::with_id("hearth")
            .icon(drawing(face.icon))
            .tooltip("Hearth")
            .menu(&menu)
            .show_menu_on_left_click(false)
            .on_menu_event(|app, event| chosen(app, &event))
            .on_tray_icon_event(|tray, event| {
                if let TrayIconEvent::Click {
                    button: MouseButton::Left,
                    button_state: MouseButtonState::Up,
                    ..
                } = event
                {
                    window::raise(tray.app_handle());
                }
            })
            .build(app)?;
        Ok(Tray { icon, now, mute, leave, visibility, choices, show, quit })
    }

    /// Names what is always there in another language.
    fn name(&self, words: &Words) {
        let mut named_all = vec![
            self.leave.set_text(words.leave),
            self.visibility.set_text(words.visibility),
            self.show.set_text(words.show),
            self.quit.set_text(words.quit),
        ];
        for ((choice, _), entry) in CHOICES.into_iter().zip(&self.choices) {
            named_all.push(entry.set_text(named(choice, words)));
        }
        complain(named_all);
    }

    fn show(&self, face: &Face, before: &Face) {
        let mut done = vec![
            self.now.set_text(&face.now),
            self.mute.set_text(face.mute),
            self.mute.set_enabled(face.can_mute),
            self.leave.set_enabled(face.can_leave),
            self.icon.set_tooltip(Some(&face.now)),
        ];
        for ((choice, _), entry) in CHOICES.into_iter().zip(&self.choices) {
            done.push(entry.set_checked(choice == face.visibility));
        }
        if face.icon != before.icon {
            done.push(self.icon.set_icon(Some(drawing(face.icon))));
        }
        complain(done);
    }
}

fn complain(done: Vec<tauri::Result<()>>) {
    for error in done.into_iter().filter_map(Result::err) {
        warn!("The tray did not change: {error}");
    }
}

fn named(visibility: Visibility, words: &Words) -> &'static str {
    match visibility {
        Visibility::Everyone => words.everyone,
        Visibility::Code => words.code_only,
        Visibility::Nobody => words.nobody,
    }
}

fn drawing(icon: Icon) -> Image<'static> {
    match icon {
        Icon::Cold => include_image!("src-tauri/icons/tray/cold.png"),
        Icon::Burning => include_image!("src-tauri/icons/tray/burning.png"),
        Icon::Muted => include_image!("src-tauri/icons/tray/muted.png"),
    }
}

fn chosen(app: &AppHandle, event: &MenuEvent) {
    match event.id().as_ref() {
        "mute" => microphone::toggle(app),
        "leave" => drop(app.state::<Calls>().steer(Deed::Leave {})),
        "show" => window::raise(app),
        "quit" => closing::quit(app),
        id => {
            if let Some((visibility, _)) = CHOICES.into_iter().find(|(_, choice)| *choice == id) {
                be_visible(app, visibility);
            }
        }
    }
}

fn be_visible(app: &AppHandle, visibility: Visibility) {
    let app = app.clone();
    spawn(async move {
        let network = app.state::<NetworkSwitch>();
        if let Err(error) = network.set_visibility(visibility).await {
            warn!("Who sees Hearth did not change: {error:#}");
            let words = app.state::<Settings>().words();
            notes::show(&app, Note::ours("visibility", "Hearth", words.not_visible));
        }
    });
}
