//! Who is in the meetings that are held here, for whoever is about to end the
//! server.

use crate::meetings::Meetings;

/// Knows who is in the meetings of a server. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Attendance(Meetings);

/// A meeting of this server that someone is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosted {
    /// Its code.
    pub code: String,
    /// How many are in it.
    pub people: usize,
}

impl Attendance {
    pub(crate) fn new(meetings: Meetings) -> Attendance {
        Attendance(meetings)
    }

    /// The meetings that someone is in.
    pub async fn hosted(&self) -> Vec<Hosted> {
        let mut hosted = Vec::new();
        for code in self.0.codes() {
            let people = self.0.count(code).await;
            if people > 0 {
                hosted.push(Hosted { code: code.to_string(), people });
            }
        }
        hosted
    }
}
