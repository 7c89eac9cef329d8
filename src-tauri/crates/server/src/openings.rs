//! The meetings that someone is in, by the tags that the network may hear.

use hearth_core::{Code, Tag};
use tokio::sync::watch;

/// Knows which meetings are open. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Openings(watch::Sender<Vec<Code>>);

impl Openings {
    /// Notes that a meeting that was open under one code, or not at all, is now
    /// open under another, or not any more.
    pub(crate) fn replace(&self, old: Option<Code>, new: Option<Code>) {
        self.0.send_modify(|open| {
            open.retain(|code| Some(*code) != old);
            open.extend(new);
        });
    }

    /// The open meeting that a tag names: of two with the same, the older.
    pub(crate) fn find(&self, tag: Tag) -> Option<Code> {
        self.0.borrow().iter().copied().find(|code| code.tag() == Some(tag))
    }

    /// The tags of the open meetings, each once.
    pub(crate) fn tags(&self) -> Vec<Tag> {
        let mut tags = Vec::new();
        for tag in self.0.borrow().iter().filter_map(Code::tag) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Hears of every change from now on.
    pub(crate) fn subscribe(&self) -> watch::Receiver<Vec<Code>> {
        self.0.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_leads_to_one_meeting_until_that_is_closed() {
        let code = |text: &str| text.parse::<Code>().expect("a code");
        let [first, second] = [code("abc-def-234"), code("abc-ddd-222")];
        let tag = first.tag().expect("it is an own code");
        let openings = Openings::default();

        openings.replace(None, Some(first));
        openings.replace(None, Some(second));
        openings.replace(None, Some(code("Room7")));
        assert_eq!((openings.tags(), openings.find(tag)), (vec![tag], Some(first)));

        openings.replace(Some(first), None);
        assert_eq!((openings.tags(), openings.find(tag)), (vec![tag], Some(second)));

        openings.replace(Some(second), Some(code("xyz-def-234")));
        assert_eq!(openings.find(tag), None, "its code was changed");
    }
}
