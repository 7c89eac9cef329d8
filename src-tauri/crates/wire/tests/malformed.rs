//! What is not a request is an error, and what is refused has its code.

use hearth_core::{Command, Event, LineRefusal, PersonId, Refusal};
use hearth_wire::{Answer, Client, DecodeError, DialectName, Notice, Packet, Rejection, Request};

fn decode(name: &'static str, args: &[&str]) -> Result<Vec<Request>, DecodeError> {
    let args = args.iter().map(|&json| json.into()).collect();
    let packet = Packet { name: name.into(), args };
    DialectName::Native.speak(&client()).decode(packet)
}

#[test]
fn what_is_not_a_request_is_an_error() {
    let bodies = [
        "null",
        "[]",
        "1",
        r#""leave""#,
        r#"["leave"]"#,
        "{}",
        r#"{"type": null}"#,
        r#"{"type": 7}"#,
        r#"{"type": "dance"}"#,
        r#"{"type": "Leave"}"#,
        r#"{"type": "leave", "type": "end"}"#,
        r#"{"type": "leave", "now": true}"#,
        r#"{"type": "enter"}"#,
        r#"{"type": "enter", "code": 7}"#,
        r#"{"type": "enter", "code": "abc def"}"#,
        r#"{"type": "enter", "code": "abc-def-234", "name": "Ada"}"#,
        r#"{"type": "resume", "code": "abc-def-234"}"#,
        r#"{"type": "resume", "code": "abc-def-234", "token": "zz"}"#,
        r#"{"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": -1}"#,
        r#"{"type": "join", "name": "Ada"}"#,
        r#"{"type": "join", "name": ["Ada"], "media": null}"#,
        r#"{"type": "join", "name": "Ada", "media": {"microphone": true, "camera": true, "screen": false}}"#,
        r#"{"type": "admit", "who": "2"}"#,
        r#"{"type": "admit", "who": 1.5}"#,
        r#"{"type": "admit", "who": -1}"#,
        r#"{"type": "admit", "who": 18446744073709551616}"#,
        r#"{"type": "setPolicy", "policy": {"microphone": true}}"#,
        r#"{"type": "setRole", "who": 2, "role": "king"}"#,
        r#"{"type": "raiseHand", "raised": "up"}"#,
        r#"{"type": "say", "to": 1}"#,
        r#"{"type": "offerFile", "name": "a", "size": 1, "kind": "", "keep": false}"#,
        r#"{"type": "offerFile", "to": null, "name": "a", "size": -1, "kind": "", "keep": false, "mark": 1}"#,
        r#"{"type": "offerFile", "to": null, "name": "a", "size": 1, "kind": "", "keep": false, "mark": 4294967296}"#,
        r#"{"type": "withdrawFile", "file": "1"}"#,
        r#"{"type": "declineFile"}"#,
        r#"{"type": "signal", "to": 1}"#,
        r#"{"type": "signal", "payload": {}}"#,
        r#"{"type": "signal", "to": 1, "payload": {}, "urgent": true}"#,
        r#"{"type": "signal", "to": 1, "to": 2, "payload": {}}"#,
        r#"{"type": "standBy"}"#,
        r#"{"type": "standBy", "name": " "}"#,
        r#"{"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "smell"}"#,
        r#"{"type": "answerRing", "call": "abc-def-234"}"#,
        r#"{"type": "endRing", "call": 7}"#,
        r#"{"type": "holdCall", "card": {"path": "/m/abc-def-234"}}"#,
        r#"{"type": "mirror", "event": {}, "to": 7}"#,
        r#"{"type": "steer", "ask": 1, "deed": {"type": "dance"}}"#,
        r#"{"type": "steer", "ask": -1, "deed": {"type": "leave"}}"#,
        r#"{"type": "answerSteer", "to": 1, "ask": 1}"#,
    ];
    let errors = bodies.map(|body| match decode("request", &[body]) {
        Err(error) => format!("{body}\n  {error}"),
        Ok(request) => panic!("{body} was read as {request:?}"),
    });
    insta::assert_snapshot!(errors.join("\n"), @r#"
    null
      bad arguments for "request": a request is an object
    []
      bad arguments for "request": a request is an object
    1
      bad arguments for "request": a request is an object
    "leave"
      bad arguments for "request": a request is an object
    ["leave"]
      bad arguments for "request": a request is an object
    {}
      bad arguments for "request": missing field `type` at line 1 column 2
    {"type": null}
      bad arguments for "request": invalid type: null, expected a string at line 1 column 13
    {"type": 7}
      bad arguments for "request": invalid type: integer `7`, expected a string at line 1 column 10
    {"type": "dance"}
      bad arguments for "request": unknown variant `dance`, expected one of `enter`, `resume`, `join`, `openChat`, `leave`, `admit`, `admitAll`, `deny`, `setPolicy`, `setRole`, `handOver`, `takeOver`, `setMedia`, `raiseHand`, `lowerHand`, `react`, `say`, `editMessage`, `deleteMessage`, `setTyping`, `openPoll`, `vote`, `closePoll`, `deletePoll`, `offerFile`, `withdrawFile`, `declineFile`, `openNotes`, `editNotes`, `signal`, `mute`, `muteAll`, `setRights`, `askToUnmute`, `rename`, `spotlight`, `stopScreen`, `remove`, `letBack`, `end`, `standBy`, `ring`, `answerRing`, `endRing`, `holdCall`, `releaseCall`, `mirror`, `steer`, `answerSteer` at line 1 column 16
    {"type": "Leave"}
      bad arguments for "request": unknown variant `Leave`, expected one of `enter`, `resume`, `join`, `openChat`, `leave`, `admit`, `admitAll`, `deny`, `setPolicy`, `setRole`, `handOver`, `takeOver`, `setMedia`, `raiseHand`, `lowerHand`, `react`, `say`, `editMessage`, `deleteMessage`, `setTyping`, `openPoll`, `vote`, `closePoll`, `deletePoll`, `offerFile`, `withdrawFile`, `declineFile`, `openNotes`, `editNotes`, `signal`, `mute`, `muteAll`, `setRights`, `askToUnmute`, `rename`, `spotlight`, `stopScreen`, `remove`, `letBack`, `end`, `standBy`, `ring`, `answerRing`, `endRing`, `holdCall`, `releaseCall`, `mirror`, `steer`, `answerSteer` at line 1 column 16
    {"type": "leave", "type": "end"}
      bad arguments for "request": duplicate field `type` at line 1 column 24
    {"type": "leave", "now": true}
      bad arguments for "request": unknown field `now`, there are no fields
    {"type": "enter"}
      bad arguments for "request": missing field `code`
    {"type": "enter", "code": 7}
      bad arguments for "request": invalid type: integer `7`, expected a string
    {"type": "enter", "code": "abc def"}
      bad arguments for "request": a meeting code has at most 64 characters, like abc-def-ghj
    {"type": "enter", "code": "abc-def-234", "name": "Ada"}
      bad arguments for "request": unknown field `name`, expected `code`
    {"type": "resume", "code": "abc-def-234"}
      bad arguments for "request": missing field `token`
    {"type": "resume", "code": "abc-def-234", "token": "zz"}
      bad arguments for "request": a token has 32 hex digits
    {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": -1}
      bad arguments for "request": invalid value: integer `-1`, expected u64
    {"type": "join", "name": "Ada"}
      bad arguments for "request": missing field `media`
    {"type": "join", "name": ["Ada"], "media": null}
      bad arguments for "request": invalid type: sequence, expected a string
    {"type": "join", "name": "Ada", "media": {"microphone": true, "camera": true, "screen": false}}
      bad arguments for "request": invalid type: boolean `true`, expected struct Device
    {"type": "admit", "who": "2"}
      bad arguments for "request": invalid type: string "2", expected u64
    {"type": "admit", "who": 1.5}
      bad arguments for "request": invalid type: floating point `1.5`, expected u64
    {"type": "admit", "who": -1}
      bad arguments for "request": invalid value: integer `-1`, expected u64
    {"type": "admit", "who": 18446744073709551616}
      bad arguments for "request": invalid type: floating point `1.8446744073709552e+19`, expected u64
    {"type": "setPolicy", "policy": {"microphone": true}}
      bad arguments for "request": missing field `camera`
    {"type": "setRole", "who": 2, "role": "king"}
      bad arguments for "request": unknown variant `king`, expected one of `host`, `coHost`, `participant`
    {"type": "raiseHand", "raised": "up"}
      bad arguments for "request": invalid type: string "up", expected a boolean
    {"type": "say", "to": 1}
      bad arguments for "request": missing field `text`
    {"type": "offerFile", "name": "a", "size": 1, "kind": "", "keep": false}
      bad arguments for "request": missing field `mark`
    {"type": "offerFile", "to": null, "name": "a", "size": -1, "kind": "", "keep": false, "mark": 1}
      bad arguments for "request": invalid value: integer `-1`, expected u64
    {"type": "offerFile", "to": null, "name": "a", "size": 1, "kind": "", "keep": false, "mark": 4294967296}
      bad arguments for "request": invalid value: integer `4294967296`, expected u32
    {"type": "withdrawFile", "file": "1"}
      bad arguments for "request": invalid type: string "1", expected u64
    {"type": "declineFile"}
      bad arguments for "request": missing field `file`
    {"type": "signal", "to": 1}
      bad arguments for "request": missing field `payload` at line 1 column 27
    {"type": "signal", "payload": {}}
      bad arguments for "request": missing field `to` at line 1 column 33
    {"type": "signal", "to": 1, "payload": {}, "urgent": true}
      bad arguments for "request": unknown field `urgent`, expected one of `type`, `to`, `payload` at line 1 column 51
    {"type": "signal", "to": 1, "to": 2, "payload": {}}
      bad arguments for "request": duplicate field `to` at line 1 column 32
    {"type": "standBy"}
      bad arguments for "request": missing field `name`
    {"type": "standBy", "name": " "}
      bad arguments for "request": Choose a name of 1 to 64 characters.
    {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "smell"}
      bad arguments for "request": unknown variant `smell`, expected `video` or `voice`
    {"type": "answerRing", "call": "abc-def-234"}
      bad arguments for "request": missing field `accept`
    {"type": "endRing", "call": 7}
      bad arguments for "request": invalid type: integer `7`, expected a string
    {"type": "holdCall", "card": {"path": "/m/abc-def-234"}}
      bad arguments for "request": missing field `state`
    {"type": "mirror", "event": {}, "to": 7}
      bad arguments for "request": unknown field `to`, expected `type` or `event` at line 1 column 36
    {"type": "steer", "ask": 1, "deed": {"type": "dance"}}
      bad arguments for "request": unknown variant `dance`, expected one of `show`, `setMicrophone`, `setCamera`, `leave`, `request`
    {"type": "steer", "ask": -1, "deed": {"type": "leave"}}
      bad arguments for "request": invalid value: integer `-1`, expected u64
    {"type": "answerSteer", "to": 1, "ask": 1}
      bad arguments for "request": missing field `reply` at line 1 column 42
    "#);
}

#[test]
fn an_event_without_a_body_or_with_another_name_is_an_error() {
    assert!(matches!(decode("request", &[]), Err(DecodeError::BadArguments { .. })));
    let leave = r#"{"type": "leave"}"#;
    let error = decode("dance", &[leave]).expect_err("there is no such event");
    assert_eq!(error.to_string(), r#"unknown event "dance""#);
    assert!(decode("request", &[leave]).is_ok());
}

#[test]
fn nesting_without_end_takes_nothing_down() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let signal = format!(r#"{{"type": "signal", "to": 1, "payload": {}}}"#, deep(100_000));
    let request = decode("request", &[&signal]).expect("what a signal carries is not looked into");
    let [Request::Act { command: Command::Signal { to, signal }, .. }] = &*request else {
        panic!("a signal, not {request:?}")
    };
    let code = "abc-def-234".parse().expect("a code");
    let signalled = Event::Signalled { from: *to, signal: signal.clone() };
    for dialect in DialectName::ALL {
        dialect.speak(&client()).encode(code, 1, &signalled);
    }

    let join = format!(r#"{{"type": "join", "name": {}, "media": null}}"#, deep(100_000));
    decode("request", &[&join]).expect_err("a name is a text");
}

#[test]
fn only_dialects_are_spoken() {
    for dialect in DialectName::ALL {
        assert_eq!(dialect.as_str().parse().ok(), Some(dialect));
    }
    assert!("nobody".parse::<DialectName>().is_err());
}

#[test]
fn notices_are_events_without_a_number() {
    let mut native = DialectName::Native.speak(&client());
    let packets: Vec<_> =
        [Notice::Replaced, Notice::Stopping].into_iter().flat_map(|it| native.notice(it)).collect();
    let texts = packets.iter().map(|it| it.args.iter().map(|arg| &**arg).collect::<Vec<_>>());
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [["0", r#"{"type":"replaced"}"#], ["0", r#"{"type":"stopping"}"#]]
    );
}

#[test]
fn every_refusal_has_a_code_and_a_sentence() {
    let refusals = [
        Refusal::NotJoined,
        Refusal::AlreadyJoined,
        Refusal::NoSuchParticipant,
        Refusal::NotAllowed,
        Refusal::ForbiddenByPolicy,
        Refusal::Locked,
        Refusal::Removed,
        Refusal::Ended,
        Refusal::Full,
        Refusal::LobbyFull,
        Refusal::TooManyObservers,
        Refusal::TooManyRemoved,
        Refusal::InvalidName,
        Refusal::InvalidMessage,
        Refusal::TooManyFiles,
        Refusal::FileTooLarge,
        Refusal::InvalidFileName,
        Refusal::NoSuchFile,
        Refusal::InvalidReaction,
        Refusal::SignalTooLarge,
        Refusal::CardTooLarge,
        Refusal::InvalidNotes,
        Refusal::NotesUpdateTooLarge,
        Refusal::NotesFull,
        Refusal::MustAsk,
        Refusal::InvalidTarget,
        Refusal::UnknownToken,
    ];
    let rejections = [
        Rejection::NoSuchMeeting,
        Rejection::NotEntered,
        Rejection::AlreadyEntered,
        Rejection::TooManyMeetings,
        Rejection::IdTaken,
        Rejection::BadRequest,
        Rejection::TooManyRequests,
        Rejection::Unavailable,
        Rejection::OnlyLocal,
        Rejection::NoCall,
        Rejection::BySwitchboard(LineRefusal::NotConnected),
        Rejection::BySwitchboard(LineRefusal::InCall),
        Rejection::BySwitchboard(LineRefusal::NotOnline),
        Rejection::BySwitchboard(LineRefusal::NotAvailable),
        Rejection::BySwitchboard(LineRefusal::NoSuchCall),
        Rejection::BySwitchboard(LineRefusal::TooManyLines),
    ];
    let mut native = DialectName::Native.speak(&client());
    let all = refusals.map(Rejection::from).into_iter().chain(rejections);
    let answers: Vec<_> =
        all.map(|it| native.answer(&Answer::Refused(it)).acknowledgement.expect("one")).collect();
    insta::assert_snapshot!(answers.join("\n"), @r#"
    {"ok":false,"error":{"code":"not_joined","message":"Join the meeting first."}}
    {"ok":false,"error":{"code":"already_joined","message":"You have joined already."}}
    {"ok":false,"error":{"code":"no_such_participant","message":"This person is not here any more."}}
    {"ok":false,"error":{"code":"not_allowed","message":"Only a host can do this. Ask the host."}}
    {"ok":false,"error":{"code":"forbidden_by_policy","message":"The host has switched this off. Ask the host."}}
    {"ok":false,"error":{"code":"locked","message":"The meeting is locked. Ask someone inside to unlock it."}}
    {"ok":false,"error":{"code":"removed","message":"The host removed you from this meeting."}}
    {"ok":false,"error":{"code":"ended","message":"This meeting is over. Start a new one."}}
    {"ok":false,"error":{"code":"full","message":"The meeting is full. Try again when someone has left."}}
    {"ok":false,"error":{"code":"lobby_full","message":"Too many people are waiting. Try again in a moment."}}
    {"ok":false,"error":{"code":"too_many_observers","message":"Too many people are at the door. Try again in a moment."}}
    {"ok":false,"error":{"code":"too_many_removed","message":"Too many people were removed. Lock the meeting instead."}}
    {"ok":false,"error":{"code":"invalid_name","message":"Choose a name of 1 to 64 characters."}}
    {"ok":false,"error":{"code":"invalid_message","message":"Write a message of 1 to 4000 characters."}}
    {"ok":false,"error":{"code":"too_many_files","message":"Too many files are offered. Take one back first."}}
    {"ok":false,"error":{"code":"file_too_large","message":"A file may have 2 GB at most."}}
    {"ok":false,"error":{"code":"invalid_file_name","message":"Give the file a name that can be seen."}}
    {"ok":false,"error":{"code":"no_such_file","message":"This file is not offered any more."}}
    {"ok":false,"error":{"code":"invalid_reaction","message":"A reaction is a single emoji."}}
    {"ok":false,"error":{"code":"signal_too_large","message":"The signal is too large."}}
    {"ok":false,"error":{"code":"card_too_large","message":"What is told about you is too large. Choose a smaller picture."}}
    {"ok":false,"error":{"code":"invalid_notes","message":"This change does not fit the notes. Open them again."}}
    {"ok":false,"error":{"code":"notes_update_too_large","message":"This is too much at once. Put it into the notes in smaller parts."}}
    {"ok":false,"error":{"code":"notes_full","message":"The notes are full. Put what is long into a file instead."}}
    {"ok":false,"error":{"code":"must_ask","message":"The host lets people in one by one. Open the meeting in Hearth."}}
    {"ok":false,"error":{"code":"invalid_target","message":"This cannot be done to this person."}}
    {"ok":false,"error":{"code":"unknown_token","message":"Your place was given up. Join again."}}
    {"ok":false,"error":{"code":"no_such_meeting","message":"There is no meeting with this code. Check the code."}}
    {"ok":false,"error":{"code":"not_entered","message":"Enter a meeting first."}}
    {"ok":false,"error":{"code":"already_entered","message":"You are in a meeting already. Leave it first."}}
    {"ok":false,"error":{"code":"too_many_meetings","message":"You are in too many meetings. Leave one first."}}
    {"ok":false,"error":{"code":"id_taken","message":"Someone else goes by this id. Choose another."}}
    {"ok":false,"error":{"code":"bad_request","message":"The server did not understand this request."}}
    {"ok":false,"error":{"code":"too_many_requests","message":"This is too fast. Wait a moment."}}
    {"ok":false,"error":{"code":"unavailable","message":"The server cannot do this now. Try again in a moment."}}
    {"ok":false,"error":{"code":"only_local","message":"This can only be done at the server's own computer."}}
    {"ok":false,"error":{"code":"no_call","message":"There is no call on this computer any more."}}
    {"ok":false,"error":{"code":"not_standing_by","message":"You are connected elsewhere. Go on there."}}
    {"ok":false,"error":{"code":"in_call","message":"You are in a call. End it first."}}
    {"ok":false,"error":{"code":"not_online","message":"Nobody is there to ring. Try again later."}}
    {"ok":false,"error":{"code":"not_available","message":"This person cannot be rung now. Try again later."}}
    {"ok":false,"error":{"code":"no_such_call","message":"This call is over. Start a new one."}}
    {"ok":false,"error":{"code":"unavailable","message":"You are connected too often. Close another window."}}
    "#);
}

fn client() -> Client {
    Client { socket: "1".to_owned(), person: PersonId([1; 16]), username: None }
}
