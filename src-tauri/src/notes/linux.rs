//! Notifications by D-Bus.
//!
//! Not by Tauri's plugin, which serves the other systems: it can ask for no urgency, so that a ring would be gone
//! from the screen after a few seconds while it still rings.

use std::collections::HashMap;
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use tauri::{AppHandle, Manager};
use tracing::{info, warn};
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::zvariant::Value;
use zbus::{MatchRule, Result};

use super::Note;

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// The way to the thread that shows them.
#[derive(Default)]
pub(crate) struct Shown(OnceLock<Sender<Order>>);

enum Order {
    Show(Note),
    Withdraw(String),
    Heard(Message),
}

/// What is shown: the server's number of each note, by its tag.
#[derive(Debug, Default)]
struct Board(HashMap<String, u32>);

pub(super) fn show(app: &AppHandle, note: Note) {
    give(app, Order::Show(note));
}

pub(super) fn withdraw(app: &AppHandle, tag: &str) {
    give(app, Order::Withdraw(tag.into()));
}

/// One after the other, so that a note is not withdrawn before it is shown.
fn give(app: &AppHandle, order: Order) {
    let shown = app.state::<Shown>();
    let orders = shown.0.get_or_init(|| {
        let (orders, given) = channel();
        let (app, heard) = (app.clone(), orders.clone());
        thread::spawn(move || match connect(heard) {
            Ok(bus) => attend(&app, &bus, given),
            Err(error) => info!("This system shows no notifications: {error}"),
        });
        orders
    });
    // Without a bus nobody takes orders, and that has been said.
    let _ = orders.send(order);
}

/// Connects, and hears from now on what is pressed: the one connection for all,
/// since some servers tell only the one that sent a note.
fn connect(heard: Sender<Order>) -> Result<Connection> {
    let bus = Connection::session()?;
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(SERVICE)?.path(PATH)?.build();
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    thread::spawn(move || {
        for signal in signals.flatten() {
            if heard.send(Order::Heard(signal)).is_err() {
                return;
            }
        }
    });
    Ok(bus)
}

fn attend(app: &AppHandle, bus: &Connection, orders: Receiver<Order>) {
    let mut board = Board::default();
    for order in orders {
        let done = match order {
            Order::Show(note) => notify(bus, &note, board.replaced_by(&note))
                .map(|number| board.put(note.tag, number)),
            Order::Withdraw(tag) => match board.take(&tag) {
                Some(number) => close(bus, number),
                None => Ok(()),
            },
            Order::Heard(signal) => board.hear(&signal).map(|pressed| {
                if let Some((tag, action)) = pressed {
                    super::pressed(app, &tag, &action);
                }
            }),
        };
        if let Err(error) = done {
            warn!("Something went wrong with a notification: {error}");
        }
    }
}

impl Board {
    /// The number of the note that another takes the place of; 0 if there is none.
    fn replaced_by(&self, note: &Note) -> u32 {
        self.0.get(&note.tag).copied().unwrap_or_default()
    }

    fn put(&mut self, tag: String, number: u32) {
        self.0.insert(tag, number);
    }

    fn take(&mut self, tag: &str) -> Option<u32> {
        self.0.remove(tag)
    }

    /// What was pressed, if this signal tells of a note of ours.
    fn hear(&mut self, signal: &Message) -> Result<Option<(String, String)>> {
        let (header, body) = (signal.header(), signal.body());
        match header.member().map(|it| it.as_str()) {
            Some("ActionInvoked") => {
                let (number, action): (u32, String) = body.deserialize()?;
                let tag = self.0.iter().find(|(_, shown)| **shown == number);
                Ok(tag.map(|(tag, _)| (tag.clone(), action)))
            }
            Some("NotificationClosed") => {
                let (number, _): (u32, u32) = body.deserialize()?;
                self.0.retain(|_, shown| *shown != number);
                Ok(None)
            }
            _ => Ok(None),
        }
    }
}

fn notify(bus: &Connection, note: &Note, replaced: u32) -> Result<u32> {
    let (urgency, patience) = importance(note);
    let hints = HashMap::from([
        ("urgency", Value::from(urgency)),
        ("desktop-entry", Value::from("Hearth")),
        // The pages' own tone is heard.
        ("suppress-sound", Value::from(true)),
    ]);
    let (body, actions) = (plain(&note.body), actions(note));
    let given = ("Hearth", replaced, "hearth", &note.title, &body, actions, hints, patience);
    bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "Notify", &given)?.body().deserialize()
}

fn close(bus: &Connection, number: u32) -> Result<()> {
    bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "CloseNotification", &number).map(drop)
}

/// How urgent a note is, and how long it stays. One that can be answered is
/// critical and stays until it is; others as long as the desktop likes.
fn importance(note: &Note) -> (u8, i32) {
    if note.actions.is_empty() { (1, -1) } else { (2, 0) }
}

/// A name and a label for each, by turns. A click on the note itself is told
/// only where that is offered.
fn actions(note: &Note) -> Vec<&str> {
    let offered = note.actions.iter().flat_map(|it| [it.name.as_str(), it.label.as_str()]);
    [super::DEFAULT, ""].into_iter().chain(offered).collect()
}

/// Notification servers read markup in a body; what someone said is text.
fn plain(body: &str) -> String {
    body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::*;

    fn signal(
        member: &str,
        body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
    ) -> Message {
        let signal = Message::signal(PATH, SERVICE, member).and_then(|it| it.build(body));
        signal.expect("it is a signal")
    }

    #[test]
    fn a_note_that_can_be_answered_stays_until_it_is() {
        let accept = Action { name: "accept".into(), label: "Accept".into() };
        let ring = Note { actions: vec![accept], ..Note::ours("ring", "Ada", "is calling") };
        assert_eq!(actions(&ring), ["default", "", "accept", "Accept"]);
        assert_eq!(importance(&ring), (2, 0));
        assert_eq!(importance(&Note::ours("chat", "Ada", "Hello")), (1, -1));
    }

    #[test]
    fn what_someone_said_is_no_markup() {
        let said = "<img src=\"http://x\"> & <b>so</b>";
        assert_eq!(plain(said), "&lt;img src=\"http://x\"&gt; &amp; &lt;b&gt;so&lt;/b&gt;");
    }

    #[test]
    fn what_is_pressed_is_told_until_the_note_is_gone() {
        let mut board = Board::default();
        board.put("ring".into(), 41);
        let mut hear = |member, number| {
            let second = if member == "ActionInvoked" {
                signal(member, &(number, "accept"))
            } else {
                signal(member, &(number, 2u32))
            };
            board.hear(&second).expect("it is understood")
        };
        let pressed = Some(("ring".to_owned(), "accept".to_owned()));
        assert_eq!(hear("ActionInvoked", 42u32), None, "it is another app's");
        assert_eq!(hear("ActionInvoked", 41), pressed);
        hear("NotificationClosed", 42);
        assert_eq!(hear("ActionInvoked", 41), pressed, "it is still there");
        hear("NotificationClosed", 41);
        assert_eq!(hear("ActionInvoked", 41), None);
    }

    #[test]
    fn a_note_takes_the_place_of_the_one_with_its_tag() {
        let mut board = Board::default();
        let note = Note::ours("chat", "Ada", "Hello");
        assert_eq!(board.replaced_by(&note), 0);
        board.put(note.tag.clone(), 7);
        assert_eq!(board.replaced_by(&note), 7);
        assert_eq!(board.replaced_by(&Note::ours("ring", "Ada", "")), 0);
        assert_eq!(board.take(&note.tag), Some(7));
        assert_eq!(board.replaced_by(&note), 0);
    }
}
