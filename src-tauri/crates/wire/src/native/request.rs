//! What the client asks.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use hearth_core::{
    Arrival, Code, Command, FileCommand, Form, LineCommand, ParticipantId, Question, ResumeToken,
    Signal as CoreSignal, display_name,
};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;
use ts_rs::TS;

use crate::rest::network::RingKind;
use crate::{Request, unhex};

use super::calls::{AnswerSteer, CallCard, CallRequest, Deed, Mirror};
use super::notes;
use super::parts::{Media, Policy, Rights, Role};
use super::ring::{Caller, Errand, neighbour_person};

/// The one argument of the client's `request` event.
// Variants without fields have braces, because beside a unit serde tolerates any field.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum NativeRequest {
    /// Look on at a meeting. The acknowledgement holds the seat.
    Enter {
        #[ts(type = "string")]
        #[serde(deserialize_with = "code")]
        code: Code,
    },
    /// Get back to a seat. Without `after`, everything is told anew.
    Resume {
        #[ts(type = "string")]
        #[serde(deserialize_with = "code")]
        code: Code,
        #[ts(type = "string")]
        #[serde(deserialize_with = "token")]
        token: ResumeToken,
        after: Option<u64>,
    },
    Join {
        name: String,
        media: Media,
    },
    /// Read and write in a room that lasts, without coming in.
    OpenChat {
        name: String,
    },
    Leave {},
    Admit {
        who: u64,
    },
    AdmitAll {},
    Deny {
        who: u64,
    },
    SetPolicy {
        policy: Policy,
    },
    SetRole {
        who: u64,
        role: Role,
    },
    HandOver {
        to: u64,
    },
    TakeOver {},
    SetMedia {
        media: Media,
    },
    RaiseHand {
        raised: bool,
    },
    LowerHand {
        who: u64,
    },
    React {
        emoji: String,
    },
    /// Without `to`, for everyone.
    Say {
        to: Option<u64>,
        text: String,
        /// The line that it answers, by id.
        #[ts(optional = nullable)]
        answers: Option<u64>,
    },
    EditMessage {
        message: u64,
        text: String,
    },
    DeleteMessage {
        message: u64,
    },
    /// Said again every few seconds while it lasts. Without `to`, for everyone.
    SetTyping {
        to: Option<u64>,
        typing: bool,
    },
    /// Two to ten different choices, each of at most 200 characters.
    OpenPoll {
        question: String,
        choices: Vec<String>,
        several: bool,
        secret: bool,
    },
    /// `choices` are places, from 0; none takes the vote back.
    Vote {
        poll: u64,
        choices: BTreeSet<usize>,
    },
    ClosePoll {
        poll: u64,
    },
    DeletePoll {
        poll: u64,
    },
    /// Without `to`, to everyone. `keep` lets the meeting keep it for those who come
    /// later; then it is to be put at `/api/meetings/{code}/files/{file}`. By `mark`
    /// the asker knows its offer again.
    OfferFile {
        to: Option<u64>,
        name: String,
        size: u64,
        kind: String,
        keep: bool,
        mark: u32,
    },
    WithdrawFile {
        file: u64,
    },
    DeclineFile {
        file: u64,
    },
    /// The acknowledgement holds the notes.
    OpenNotes {},
    /// Changes the notes; an update of Yjs, in base64.
    EditNotes {
        #[ts(type = "string")]
        #[serde(deserialize_with = "notes::read")]
        update: Arc<[u8]>,
    },
    Signal(Signal),
    Mute {
        who: u64,
    },
    /// All whom one may mute.
    MuteAll {},
    /// Without `rights`, as the policy says.
    SetRights {
        who: u64,
        rights: Option<Rights>,
    },
    AskToUnmute {
        who: u64,
    },
    Rename {
        who: u64,
        name: String,
    },
    /// Without `who`, nobody.
    Spotlight {
        who: Option<u64>,
    },
    StopScreen {
        who: u64,
    },
    Remove {
        who: u64,
    },
    /// By the id under which they were removed.
    LetBack {
        who: u64,
    },
    End {},
    /// Be there to be rung under this name, and hear who is on the network.
    /// Only at the server's own computer, as are the three that follow.
    StandBy {
        #[serde(deserialize_with = "name")]
        name: String,
    },
    /// Ring a neighbour to come into a meeting.
    Ring {
        #[ts(type = "string")]
        #[serde(deserialize_with = "code")]
        call: Code,
        to: String,
        kind: RingKind,
    },
    AnswerRing {
        #[ts(type = "string")]
        #[serde(deserialize_with = "code")]
        call: Code,
        accept: bool,
    },
    EndRing {
        #[ts(type = "string")]
        #[serde(deserialize_with = "code")]
        call: Code,
    },
    /// Tell the other pages that stand by of a call that this one holds, now and
    /// whenever the card changes.
    HoldCall {
        card: CallCard,
    },
    ReleaseCall {},
    Mirror(Mirror),
    /// Ask the page that holds the call to do something; `ask` comes back with
    /// the answer.
    Steer {
        ask: u64,
        deed: Deed,
    },
    AnswerSteer(AnswerSteer),
}

/// A WebRTC message for one other participant.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct Signal {
    #[serde(rename = "type")]
    #[ts(skip)]
    _kind: IgnoredAny,
    to: u64,
    #[ts(type = "unknown")]
    payload: Box<RawValue>,
}

#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
}

/// Reads a request.
pub(super) fn read(body: &str) -> Result<NativeRequest, serde_json::Error> {
    if !body.starts_with('{') {
        // Serde would also take an array of the fields.
        return Err(de::Error::custom("a request is an object"));
    }
    // Serde takes a tagged enum apart before it knows the variant. What these
    // carry must pass as it is, so they are read on their own.
    let Kind { kind } = serde_json::from_str(body)?;
    match &*kind {
        "signal" => serde_json::from_str(body).map(NativeRequest::Signal),
        "mirror" => serde_json::from_str(body).map(NativeRequest::Mirror),
        "answerSteer" => serde_json::from_str(body).map(NativeRequest::AnswerSteer),
        _ => serde_json::from_str(body),
    }
}

impl From<NativeRequest> for Vec<Request> {
    fn from(request: NativeRequest) -> Vec<Request> {
        let someone = ParticipantId::mentioned;
        let command = match request {
            NativeRequest::Enter { code } => return vec![Request::Enter { code, or_make: None }],
            NativeRequest::Resume { code, token, after } => {
                return vec![Request::Resume { code, token, after }];
            }
            NativeRequest::Join { name, media } => {
                Command::Join { name, card: None, media: media.into() }
            }
            NativeRequest::OpenChat { name } => Command::OpenChat { name },
            NativeRequest::Leave {} => Command::Leave,
            NativeRequest::Admit { who } => Command::Admit { who: someone(who) },
            NativeRequest::AdmitAll {} => Command::AdmitAll,
            NativeRequest::Deny { who } => Command::Deny { who: someone(who) },
            NativeRequest::SetPolicy { policy } => Command::SetPolicy(policy.into()),
            NativeRequest::SetRole { who, role } => {
                Command::SetRole { who: someone(who), role: role.into() }
            }
            NativeRequest::HandOver { to } => Command::HandOver { to: someone(to) },
            NativeRequest::TakeOver {} => Command::TakeOver,
            NativeRequest::SetMedia { media } => Command::SetMedia(media.into()),
            NativeRequest::RaiseHand { raised } => Command::RaiseHand { raised },
            NativeRequest::LowerHand { who } => Command::LowerHand { who: someone(who) },
            NativeRequest::React { emoji } => Command::React { emoji },
            NativeRequest::Say { to, text, answers } => {
                Command::Say { to: to.map(someone), text, card: None, answers }
            }
            NativeRequest::EditMessage { message, text } => Command::EditMessage { message, text },
            NativeRequest::DeleteMessage { message } => Command::DeleteMessage { message },
            NativeRequest::SetTyping { to, typing } => {
                Command::SetTyping { to: to.map(someone), typing }
            }
            NativeRequest::OfferFile { to, name, size, kind, keep, mark } => {
                let to = to.map(someone);
                Command::File(FileCommand::Offer { to, name, size, kind, keep, mark })
            }
            NativeRequest::WithdrawFile { file } => Command::File(FileCommand::Withdraw { file }),
            NativeRequest::DeclineFile { file } => Command::File(FileCommand::Decline { file }),
            NativeRequest::OpenNotes {} => return vec![Request::OpenNotes],
            NativeRequest::EditNotes { update } => Command::EditNotes { update },
            NativeRequest::Signal(Signal { to, payload, .. }) => {
                let signal = CoreSignal { form: Form::Envelope, text: payload.get().into() };
                Command::Signal { to: someone(to), signal }
            }
            NativeRequest::Mute { who } => Command::Mute { who: someone(who) },
            NativeRequest::OpenPoll { question, choices, several, secret } => {
                Command::OpenPoll(Question { text: question, choices, several, secret })
            }
            NativeRequest::Vote { poll, choices } => Command::Vote { poll, choices },
            NativeRequest::ClosePoll { poll } => Command::ClosePoll { poll },
            NativeRequest::DeletePoll { poll } => Command::DeletePoll { poll },
            NativeRequest::MuteAll {} => Command::MuteAll,
            NativeRequest::SetRights { who, rights } => {
                Command::SetRights { who: someone(who), rights: rights.map(Into::into) }
            }
            NativeRequest::AskToUnmute { who } => Command::AskToUnmute { who: someone(who) },
            NativeRequest::Rename { who, name } => Command::Rename { who: someone(who), name },
            NativeRequest::Spotlight { who } => Command::Spotlight { who: who.map(someone) },
            NativeRequest::StopScreen { who } => Command::StopScreen { who: someone(who) },
            NativeRequest::Remove { who } => Command::Remove { who: someone(who) },
            NativeRequest::LetBack { who } => Command::LetBack { who: someone(who) },
            NativeRequest::End {} => Command::End,
            NativeRequest::StandBy { name } => {
                let card = Caller { id: None, name }.card();
                // Whoever may not know the network is not there to be rung either.
                return vec![Request::Watch, Request::Arrive { card, arrival: Arrival::Beside }];
            }
            NativeRequest::Ring { call, to, kind } => {
                let note = Errand { kind, path: None, name: None }.note().into();
                return dial(LineCommand::Ring { call, to: neighbour_person(&to), note });
            }
            NativeRequest::AnswerRing { call, accept: true } => {
                return dial(LineCommand::Accept { call, caller: None });
            }
            NativeRequest::AnswerRing { call, accept: false } => {
                return dial(LineCommand::Reject { call, caller: None });
            }
            NativeRequest::EndRing { call } => return dial(LineCommand::End { call }),
            NativeRequest::HoldCall { card } => return calls(CallRequest::Hold(card)),
            NativeRequest::ReleaseCall {} => return calls(CallRequest::Release),
            NativeRequest::Mirror(Mirror { event, .. }) => {
                return calls(CallRequest::Mirror(event.get().into()));
            }
            NativeRequest::Steer { ask, deed } => return calls(CallRequest::Steer { ask, deed }),
            NativeRequest::AnswerSteer(AnswerSteer { to, ask, reply, .. }) => {
                return calls(CallRequest::Answer { to, ask, reply: reply.get().into() });
            }
        };
        vec![Request::Act { code: None, command }]
    }
}

fn calls(request: CallRequest) -> Vec<Request> {
    vec![Request::Calls(request)]
}

fn dial(command: LineCommand) -> Vec<Request> {
    vec![Request::Dial(command)]
}

fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    display_name(&String::deserialize(deserializer)?).map_err(de::Error::custom)
}

fn code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}

fn token<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ResumeToken, D::Error> {
    let text = String::deserialize(deserializer)?;
    let bytes = unhex(&text).ok_or_else(|| de::Error::custom("a token has 32 hex digits"))?;
    Ok(ResumeToken(bytes))
}
