//! Links that were opened, and the page that is to show them.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use tracing::{info, warn};

use crate::notes::{self, Note};
use crate::settings::Settings;
use crate::{links, window};

/// Where the page is to go, as far as it has not been told.
#[derive(Default)]
pub(crate) struct Arrivals(Mutex<Page>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Page {
    // A page that is still loading hears no event.
    listens: bool,
    first: Option<String>,
}

#[derive(Clone, Serialize)]
struct GoTo {
    path: String,
}

/// Opens the links among the arguments of a start; whether there were any.
pub(crate) fn open_those_in(app: &AppHandle, arguments: &[String]) -> bool {
    let links: Vec<_> = arguments.iter().skip(1).filter(|it| links::is_meant(it)).collect();
    for link in &links {
        open(app, link);
    }
    !links.is_empty()
}

/// Opens a link in the window, or says that it leads nowhere.
pub(crate) fn open(app: &AppHandle, link: &str) {
    let Some(path) = links::path(link) else {
        info!("A link was opened that leads to no meeting");
        let words = app.state::<Settings>().words();
        notes::show(app, Note::ours("bad-link", words.bad_link_title, words.bad_link));
        return;
    };
    window::raise(app);
    if let Some(path) = app.state::<Arrivals>().arrive(path)
        && let Err(error) = app.emit_to(window::MAIN, "go-to", GoTo { path })
    {
        warn!("The page was not told of a link: {error}");
    }
}

impl Arrivals {
    /// The page listens from now on; where it is to go first, if anywhere.
    pub(crate) fn first_page(&self) -> Option<String> {
        let mut page = self.page();
        page.listens = true;
        page.first.take()
    }

    /// Another page begins to load.
    pub(crate) fn begin_anew(&self) {
        self.page().listens = false;
    }

    /// Whether the page hears what it is told.
    pub(crate) fn is_heard(&self) -> bool {
        self.page().listens
    }

    /// Keeps a path for a page that does not listen yet, and gives it back for one that does.
    fn arrive(&self, path: String) -> Option<String> {
        let mut page = self.page();
        if page.listens {
            return Some(path);
        }
        page.first = Some(path);
        None
    }

    fn page(&self) -> std::sync::MutexGuard<'_, Page> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_waits_for_the_page_and_is_handed_out_once() {
        let arrivals = Arrivals::default();
        assert_eq!(arrivals.arrive("/m/abc-def-ghj".into()), None, "nobody listens yet");
        assert_eq!(arrivals.arrive("/m/xyz-def-ghj".into()), None);
        let expected = Some("/m/xyz-def-ghj".to_owned());
        assert_eq!(arrivals.first_page(), expected, "the last link is what is wanted");
        assert_eq!(arrivals.first_page(), None);
        assert_eq!(arrivals.arrive("/m/abc-def-ghj".into()).as_deref(), Some("/m/abc-def-ghj"));
        arrivals.begin_anew();
        assert_eq!(arrivals.arrive("/m/abc-def-ghj".into()), None, "the page is loading");
    }
}
