//! Replays conversations of native clients with one meeting.
//!
//! `2 > {…}` is what client 2 asks, `2 joins as Ben` is the usual way in (of which
//! only the first conversation tells more), `2 lost` breaks its connection, `30 s`
//! lets time pass. What comes of it is appended, as it is on the wire: `2 =` is the
//! answer, `2 <` an event with its sequence number, `2 .` the end of its seat.
//! Client 1 is the meeting's owner.

mod stage;

use hearth_core::Policy;

use stage::{replay, replay_in_room};

const LOBBY: Policy = Policy {
    microphone: true,
    camera: true,
    screen: true,
    chat: true,
    files: true,
    keep_files: true,
    notes: true,
    lobby: true,
    locked: false,
};

#[test]
fn two_people_meet() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 > {"type": "enter", "code": "abc-def-234"}
        1 > {"type": "join", "name": "Ada", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": true, "enabled": false}, "screen": false}}
        2 > {"type": "enter", "code": "ABCDEF234"}
        2 > {"type": "join", "name": "Ben", "media": {"microphone": {"available": true, "enabled": false}, "camera": {"available": false, "enabled": false}, "screen": false}}
        2 > {"type": "signal", "to": 1, "payload": {"description": {"type": "offer"}}}
        2 > {"type": "setMedia", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": true}}
        2 > {"type": "raiseHand", "raised": true}
        1 > {"type": "lowerHand", "who": 2}
        1 > {"type": "react", "emoji": "👏"}
        2 > {"type": "say", "to": null, "text": "Hello!"}
        2 > {"type": "leave"}
        2 > {"type": "leave"}
    "#), @r#"
    1 > {"type": "enter", "code": "abc-def-234"}
      1 = {"ok":true,"seat":{"you":1,"token":"01010101010101010101010101010101"}}
      1 < 1 {"type":"roster","participants":[],"mustAsk":false,"locked":false,"mayRead":false}
    1 > {"type": "join", "name": "Ada", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": true, "enabled": false}, "screen": false}}
      1 = {"ok":true}
      1 < 2 {"type":"welcome","you":1,"owner":true,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"spotlight":null,"chat":[],"polls":[],"files":[]}
    2 > {"type": "enter", "code": "ABCDEF234"}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 1 {"type":"roster","participants":[{"id":1,"name":"Ada","installation":null}],"mustAsk":false,"locked":false,"mayRead":false}
    2 > {"type": "join", "name": "Ben", "media": {"microphone": {"available": true, "enabled": false}, "camera": {"available": false, "enabled": false}, "screen": false}}
      2 = {"ok":true}
      2 < 2 {"type":"welcome","you":2,"owner":false,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"spotlight":null,"chat":[],"polls":[],"files":[]}
      1 < 3 {"type":"joined","participant":{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}}
    2 > {"type": "signal", "to": 1, "payload": {"description": {"type": "offer"}}}
      2 = {"ok":true}
      1 < 4 {"type":"signalled","from":2,"payload":{"description": {"type": "offer"}}}
    2 > {"type": "setMedia", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": true}}
      2 = {"ok":true}
      1 < 5 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":true},"by":null}
      2 < 3 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":true},"by":null}
    2 > {"type": "raiseHand", "raised": true}
      2 = {"ok":true}
      1 < 6 {"type":"handChanged","who":2,"hand":1000}
      2 < 4 {"type":"handChanged","who":2,"hand":1000}
    1 > {"type": "lowerHand", "who": 2}
      1 = {"ok":true}
      1 < 7 {"type":"handChanged","who":2,"hand":null}
      2 < 5 {"type":"handChanged","who":2,"hand":null}
      1 < 8 {"type":"logged","entry":{"id":1,"at":1000,"by":"Ada","action":"loweredHand","setting":null,"whom":"Ben","name":null}}
    1 > {"type": "react", "emoji": "👏"}
      1 = {"ok":true}
      1 < 9 {"type":"reacted","who":1,"emoji":"👏"}
      2 < 6 {"type":"reacted","who":1,"emoji":"👏"}
    2 > {"type": "say", "to": null, "text": "Hello!"}
      2 = {"ok":true}
      1 < 10 {"type":"said","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Hello!","answers":null,"state":"written","mine":false,"at":1000}}
      2 < 7 {"type":"said","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Hello!","answers":null,"state":"written","mine":true,"at":1000}}
    2 > {"type": "leave"}
      2 = {"ok":true}
      2 .
      1 < 11 {"type":"left","who":2,"departure":"left"}
    2 > {"type": "leave"}
      2 = {"ok":false,"error":{"code":"not_entered","message":"Enter a meeting first."}}
    "#);
}

#[test]
fn a_connection_breaks_and_comes_back() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        2 lost
        1 > {"type": "say", "text": "Ben?"}
        2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": 2}
        2 lost
        2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202"}
        2 > {"type": "enter", "code": "abc-def-234"}
        2 lost
        30 s
        2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": 4}
        2 > {"type": "say", "text": "I am back"}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    2 lost
      1 < 4 {"type":"connectionLost","who":2}
    1 > {"type": "say", "text": "Ben?"}
      1 = {"ok":true}
      1 < 5 {"type":"said","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"Ben?","answers":null,"state":"written","mine":true,"at":1000}}
    2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": 2}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 3 {"type":"said","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"Ben?","answers":null,"state":"written","mine":false,"at":1000}}
      1 < 6 {"type":"connectionResumed","who":2,"anew":false}
    2 lost
      1 < 7 {"type":"connectionLost","who":2}
    2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202"}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 4 {"type":"welcome","you":2,"owner":false,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"spotlight":null,"chat":[{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"Ben?","answers":null,"state":"written","mine":false,"at":1000}],"polls":[],"files":[]}
      1 < 8 {"type":"connectionResumed","who":2,"anew":true}
    2 > {"type": "enter", "code": "abc-def-234"}
      2 = {"ok":false,"error":{"code":"already_entered","message":"You are in a meeting already. Leave it first."}}
    2 lost
      1 < 9 {"type":"connectionLost","who":2}
    30 s
      1 < 10 {"type":"left","who":2,"departure":"lost"}
    2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": 4}
      2 = {"ok":false,"error":{"code":"unknown_token","message":"Your place was given up. Join again."}}
    2 > {"type": "say", "text": "I am back"}
      2 = {"ok":false,"error":{"code":"not_entered","message":"Enter a meeting first."}}
    "#);
}

#[test]
fn people_wait_and_are_let_in_or_not() {
    insta::assert_snapshot!(replay(LOBBY, r#"
        1 joins as Ada
        2 > {"type": "enter", "code": "abc-def-234"}
        2 > {"type": "join", "name": "Ben", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": false}}
        2 > {"type": "say", "text": "may I?"}
        3 joins as Cat
        1 > {"type": "admit", "who": 2}
        1 > {"type": "setRole", "who": 2, "role": "coHost"}
        2 > {"type": "deny", "who": 3}
        2 > {"type": "admitAll"}
        3 > {"type": "say", "text": "why?"}
    "#), @r#"
    1 joins as Ada
    2 > {"type": "enter", "code": "abc-def-234"}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 1 {"type":"roster","participants":[{"id":1,"name":"Ada","installation":null}],"mustAsk":true,"locked":false,"mayRead":false}
    2 > {"type": "join", "name": "Ben", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": false}}
      2 = {"ok":true}
      2 < 2 {"type":"waiting"}
      1 < 3 {"type":"knocked","who":{"id":2,"name":"Ben","installation":null}}
    2 > {"type": "say", "text": "may I?"}
      2 = {"ok":false,"error":{"code":"not_joined","message":"Join the meeting first."}}
    3 joins as Cat
    1 > {"type": "admit", "who": 2}
      1 = {"ok":true}
      1 < 5 {"type":"knockAnswered","who":2}
      2 < 3 {"type":"welcome","you":2,"owner":false,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":true,"locked":false},"spotlight":null,"chat":[],"polls":[],"files":[]}
      1 < 6 {"type":"joined","participant":{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}}
      1 < 7 {"type":"logged","entry":{"id":1,"at":1000,"by":"Ada","action":"admitted","setting":null,"whom":"Ben","name":null}}
    1 > {"type": "setRole", "who": 2, "role": "coHost"}
      1 = {"ok":true}
      1 < 8 {"type":"roleChanged","who":2,"role":"coHost"}
      2 < 4 {"type":"roleChanged","who":2,"role":"coHost"}
      2 < 5 {"type":"entrusted","waiting":[{"id":3,"name":"Cat","installation":null}],"removed":[],"log":[{"id":1,"at":1000,"by":"Ada","action":"admitted","setting":null,"whom":"Ben","name":null}]}
      1 < 9 {"type":"logged","entry":{"id":2,"at":1000,"by":"Ada","action":"madeCoHost","setting":null,"whom":"Ben","name":null}}
      2 < 6 {"type":"logged","entry":{"id":2,"at":1000,"by":"Ada","action":"madeCoHost","setting":null,"whom":"Ben","name":null}}
    2 > {"type": "deny", "who": 3}
      2 = {"ok":true}
      3 < 3 {"type":"denied"}
      3 .
      1 < 10 {"type":"knockAnswered","who":3}
      2 < 7 {"type":"knockAnswered","who":3}
      1 < 11 {"type":"logged","entry":{"id":3,"at":1000,"by":"Ben","action":"denied","setting":null,"whom":"Cat","name":null}}
      2 < 8 {"type":"logged","entry":{"id":3,"at":1000,"by":"Ben","action":"denied","setting":null,"whom":"Cat","name":null}}
    2 > {"type": "admitAll"}
      2 = {"ok":true}
    3 > {"type": "say", "text": "why?"}
      3 = {"ok":false,"error":{"code":"not_entered","message":"Enter a meeting first."}}
    "#);
}

#[test]
fn a_host_keeps_order() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        2 > {"type": "setMedia", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": true, "enabled": true}, "screen": true}}
        1 > {"type": "mute", "who": 2}
        1 > {"type": "stopScreen", "who": 2}
        1 > {"type": "setPolicy", "policy": {"microphone": true, "camera": false, "screen": true, "chat": false, "files": true, "keepFiles": true, "notes": true, "lobby": false, "locked": true}}
        2 > {"type": "say", "text": "unfair"}
        2 > {"type": "mute", "who": 1}
        1 > {"type": "handOver", "to": 2}
        2 > {"type": "takeOver"}
        1 > {"type": "takeOver"}
        1 > {"type": "remove", "who": 9}
        1 > {"type": "remove", "who": 2}
        2 > {"type": "enter", "code": "abc-def-234"}
        1 > {"type": "end"}
        1 > {"type": "enter", "code": "abc-def-234"}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    2 > {"type": "setMedia", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": true, "enabled": true}, "screen": true}}
      2 = {"ok":true}
      1 < 4 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":true,"enabled":true},"screen":true},"by":null}
      2 < 3 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":true,"enabled":true},"screen":true},"by":null}
    1 > {"type": "mute", "who": 2}
      1 = {"ok":true}
      1 < 5 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":true},"screen":true},"by":1}
      2 < 4 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":true},"screen":true},"by":1}
      1 < 6 {"type":"logged","entry":{"id":1,"at":1000,"by":"Ada","action":"muted","setting":null,"whom":"Ben","name":null}}
    1 > {"type": "stopScreen", "who": 2}
      1 = {"ok":true}
      1 < 7 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":true},"screen":false},"by":1}
      2 < 5 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":true},"screen":false},"by":1}
      1 < 8 {"type":"logged","entry":{"id":2,"at":1000,"by":"Ada","action":"stoppedScreen","setting":null,"whom":"Ben","name":null}}
    1 > {"type": "setPolicy", "policy": {"microphone": true, "camera": false, "screen": true, "chat": false, "files": true, "keepFiles": true, "notes": true, "lobby": false, "locked": true}}
      1 = {"ok":true}
      1 < 9 {"type":"policyChanged","policy":{"microphone":true,"camera":false,"screen":true,"chat":false,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":true},"by":1}
      2 < 6 {"type":"policyChanged","policy":{"microphone":true,"camera":false,"screen":true,"chat":false,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":true},"by":1}
      1 < 10 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"by":1}
      2 < 7 {"type":"mediaChanged","who":2,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"by":1}
      1 < 11 {"type":"logged","entry":{"id":3,"at":1000,"by":"Ada","action":"switchedOff","setting":"camera","whom":null,"name":null}}
      1 < 12 {"type":"logged","entry":{"id":4,"at":1000,"by":"Ada","action":"switchedOff","setting":"chat","whom":null,"name":null}}
      1 < 13 {"type":"logged","entry":{"id":5,"at":1000,"by":"Ada","action":"switchedOn","setting":"locked","whom":null,"name":null}}
    2 > {"type": "say", "text": "unfair"}
      2 = {"ok":false,"error":{"code":"forbidden_by_policy","message":"The host has switched this off. Ask the host."}}
    2 > {"type": "mute", "who": 1}
      2 = {"ok":false,"error":{"code":"not_allowed","message":"Only a host can do this. Ask the host."}}
    1 > {"type": "handOver", "to": 2}
      1 = {"ok":true}
      1 < 14 {"type":"roleChanged","who":1,"role":"coHost"}
      2 < 8 {"type":"roleChanged","who":1,"role":"coHost"}
      1 < 15 {"type":"roleChanged","who":2,"role":"host"}
      2 < 9 {"type":"roleChanged","who":2,"role":"host"}
      2 < 10 {"type":"entrusted","waiting":[],"removed":[],"log":[{"id":1,"at":1000,"by":"Ada","action":"muted","setting":null,"whom":"Ben","name":null},{"id":2,"at":1000,"by":"Ada","action":"stoppedScreen","setting":null,"whom":"Ben","name":null},{"id":3,"at":1000,"by":"Ada","action":"switchedOff","setting":"camera","whom":null,"name":null},{"id":4,"at":1000,"by":"Ada","action":"switchedOff","setting":"chat","whom":null,"name":null},{"id":5,"at":1000,"by":"Ada","action":"switchedOn","setting":"locked","whom":null,"name":null}]}
      1 < 16 {"type":"logged","entry":{"id":6,"at":1000,"by":"Ada","action":"handedOver","setting":null,"whom":"Ben","name":null}}
      2 < 11 {"type":"logged","entry":{"id":6,"at":1000,"by":"Ada","action":"handedOver","setting":null,"whom":"Ben","name":null}}
    2 > {"type": "takeOver"}
      2 = {"ok":false,"error":{"code":"invalid_target","message":"This cannot be done to this person."}}
    1 > {"type": "takeOver"}
      1 = {"ok":true}
      1 < 17 {"type":"roleChanged","who":2,"role":"coHost"}
      2 < 12 {"type":"roleChanged","who":2,"role":"coHost"}
      1 < 18 {"type":"roleChanged","who":1,"role":"host"}
      2 < 13 {"type":"roleChanged","who":1,"role":"host"}
      1 < 19 {"type":"logged","entry":{"id":7,"at":1000,"by":"Ada","action":"tookOver","setting":null,"whom":"Ben","name":null}}
      2 < 14 {"type":"logged","entry":{"id":7,"at":1000,"by":"Ada","action":"tookOver","setting":null,"whom":"Ben","name":null}}
    1 > {"type": "remove", "who": 9}
      1 = {"ok":false,"error":{"code":"no_such_participant","message":"This person is not here any more."}}
    1 > {"type": "remove", "who": 2}
      1 = {"ok":true}
      2 < 15 {"type":"removed"}
      2 .
      1 < 20 {"type":"left","who":2,"departure":"removed"}
      1 < 21 {"type":"keptOut","who":{"id":2,"name":"Ben"}}
      1 < 22 {"type":"logged","entry":{"id":8,"at":1000,"by":"Ada","action":"removed","setting":null,"whom":"Ben","name":null}}
    2 > {"type": "enter", "code": "abc-def-234"}
      2 = {"ok":false,"error":{"code":"removed","message":"The host removed you from this meeting."}}
    1 > {"type": "end"}
      1 = {"ok":true}
      1 < 23 {"type":"ended"}
      1 .
    1 > {"type": "enter", "code": "abc-def-234"}
      1 = {"ok":false,"error":{"code":"ended","message":"This meeting is over. Start a new one."}}
    "#);
}

#[test]
fn a_private_message_reaches_the_two() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        1 > {"type": "say", "to": 2, "text": "psst"}
        3 > {"type": "enter", "code": "abc-def-234"}
        3 > {"type": "join", "name": "Cat", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": false}}
        2 > {"type": "say", "to": 2, "text": "note to self"}
        2 lost
        2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": null}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    1 > {"type": "say", "to": 2, "text": "psst"}
      1 = {"ok":true}
      1 < 4 {"type":"said","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":{"id":2,"name":"Ben"},"text":"psst","answers":null,"state":"written","mine":true,"at":1000}}
      2 < 3 {"type":"said","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":{"id":2,"name":"Ben"},"text":"psst","answers":null,"state":"written","mine":false,"at":1000}}
    3 > {"type": "enter", "code": "abc-def-234"}
      3 = {"ok":true,"seat":{"you":3,"token":"03030303030303030303030303030303"}}
      3 < 1 {"type":"roster","participants":[{"id":1,"name":"Ada","installation":null},{"id":2,"name":"Ben","installation":null}],"mustAsk":false,"locked":false,"mayRead":false}
    3 > {"type": "join", "name": "Cat", "media": {"microphone": {"available": true, "enabled": true}, "camera": {"available": false, "enabled": false}, "screen": false}}
      3 = {"ok":true}
      3 < 2 {"type":"welcome","you":3,"owner":false,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":3,"name":"Cat","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"spotlight":null,"chat":[],"polls":[],"files":[]}
      1 < 5 {"type":"joined","participant":{"id":3,"name":"Cat","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}}
      2 < 4 {"type":"joined","participant":{"id":3,"name":"Cat","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}}
    2 > {"type": "say", "to": 2, "text": "note to self"}
      2 = {"ok":false,"error":{"code":"invalid_target","message":"This cannot be done to this person."}}
    2 lost
      1 < 6 {"type":"connectionLost","who":2}
      3 < 3 {"type":"connectionLost","who":2}
    2 > {"type": "resume", "code": "abc-def-234", "token": "02020202020202020202020202020202", "after": null}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 5 {"type":"welcome","you":2,"owner":false,"participants":[{"id":1,"name":"Ada","role":"host","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":2,"name":"Ben","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":false},"camera":{"available":true,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null},{"id":3,"name":"Cat","role":"participant","rights":null,"media":{"microphone":{"available":true,"enabled":true},"camera":{"available":false,"enabled":false},"screen":false},"hand":null,"connected":true,"joinedAt":1000,"installation":null}],"waiting":[],"removed":[],"log":[],"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"spotlight":null,"chat":[{"id":1,"from":{"id":1,"name":"Ada"},"to":{"id":2,"name":"Ben"},"text":"psst","answers":null,"state":"written","mine":false,"at":1000}],"polls":[],"files":[]}
      1 < 7 {"type":"connectionResumed","who":2,"anew":true}
      3 < 4 {"type":"connectionResumed","who":2,"anew":true}
    "#);
}

#[test]
fn lines_are_answered_edited_and_deleted() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        2 > {"type": "setTyping", "to": null, "typing": true}
        2 > {"type": "say", "to": null, "text": "Tuesday?"}
        1 > {"type": "say", "to": null, "text": "Yes!", "answers": 1}
        1 > {"type": "say", "to": null, "text": "No!", "answers": 7}
        2 > {"type": "editMessage", "message": 1, "text": "Wednesday?"}
        2 > {"type": "editMessage", "message": 2, "text": "No!"}
        2 > {"type": "deleteMessage", "message": 2}
        1 > {"type": "deleteMessage", "message": 2}
        1 > {"type": "setTyping", "to": 2, "typing": true}
        6 s
        1 > {"type": "say", "to": 2, "text": "psst"}
        2 > {"type": "say", "to": null, "text": "What?", "answers": 3}
        2 > {"type": "deleteMessage", "id": 1}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    2 > {"type": "setTyping", "to": null, "typing": true}
      2 = {"ok":true}
      1 < 4 {"type":"typingChanged","who":2,"to":null,"typing":true}
    2 > {"type": "say", "to": null, "text": "Tuesday?"}
      2 = {"ok":true}
      1 < 5 {"type":"typingChanged","who":2,"to":null,"typing":false}
      1 < 6 {"type":"said","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Tuesday?","answers":null,"state":"written","mine":false,"at":1000}}
      2 < 3 {"type":"said","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Tuesday?","answers":null,"state":"written","mine":true,"at":1000}}
    1 > {"type": "say", "to": null, "text": "Yes!", "answers": 1}
      1 = {"ok":true}
      1 < 7 {"type":"said","message":{"id":2,"from":{"id":1,"name":"Ada"},"to":null,"text":"Yes!","answers":1,"state":"written","mine":true,"at":1000}}
      2 < 4 {"type":"said","message":{"id":2,"from":{"id":1,"name":"Ada"},"to":null,"text":"Yes!","answers":1,"state":"written","mine":false,"at":1000}}
    1 > {"type": "say", "to": null, "text": "No!", "answers": 7}
      1 = {"ok":false,"error":{"code":"no_such_message","message":"This message is gone, or too far back to be changed or answered."}}
    2 > {"type": "editMessage", "message": 1, "text": "Wednesday?"}
      2 = {"ok":true}
      1 < 8 {"type":"messageChanged","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Wednesday?","answers":null,"state":"edited","mine":false,"at":1000}}
      2 < 5 {"type":"messageChanged","message":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"text":"Wednesday?","answers":null,"state":"edited","mine":true,"at":1000}}
    2 > {"type": "editMessage", "message": 2, "text": "No!"}
      2 = {"ok":false,"error":{"code":"not_yours","message":"Only its writer can change this message."}}
    2 > {"type": "deleteMessage", "message": 2}
      2 = {"ok":false,"error":{"code":"not_allowed","message":"Only a host can do this. Ask the host."}}
    1 > {"type": "deleteMessage", "message": 2}
      1 = {"ok":true}
      1 < 9 {"type":"messageChanged","message":{"id":2,"from":{"id":1,"name":"Ada"},"to":null,"text":"","answers":1,"state":"deleted","mine":true,"at":1000}}
      2 < 6 {"type":"messageChanged","message":{"id":2,"from":{"id":1,"name":"Ada"},"to":null,"text":"","answers":1,"state":"deleted","mine":false,"at":1000}}
    1 > {"type": "setTyping", "to": 2, "typing": true}
      1 = {"ok":true}
      2 < 7 {"type":"typingChanged","who":1,"to":2,"typing":true}
    6 s
      2 < 8 {"type":"typingChanged","who":1,"to":2,"typing":false}
    1 > {"type": "say", "to": 2, "text": "psst"}
      1 = {"ok":true}
      1 < 10 {"type":"said","message":{"id":3,"from":{"id":1,"name":"Ada"},"to":{"id":2,"name":"Ben"},"text":"psst","answers":null,"state":"written","mine":true,"at":1000}}
      2 < 9 {"type":"said","message":{"id":3,"from":{"id":1,"name":"Ada"},"to":{"id":2,"name":"Ben"},"text":"psst","answers":null,"state":"written","mine":false,"at":1000}}
    2 > {"type": "say", "to": null, "text": "What?", "answers": 3}
      2 = {"ok":false,"error":{"code":"private_conversation","message":"Answer a private message to the same person."}}
    2 > {"type": "deleteMessage", "id": 1}
      2 ! bad arguments for "request": unknown field `id`, expected `message`
    "#);
}

#[test]
fn a_signal_passes_as_it_is() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        2 > {"payload": { "z" :1,"a":  [ 1.0, 1e400, 123456789012345678901234567890 ], "z": "\ud800\u0041" }, "to": 1, "type": "signal"}
        2 > {"type": "sign\u0061l", "to": 1, "payload": null}
        2 > {"type": "signal", "to": 2, "payload": {}}
        2 > {"type": "signal", "to": 7, "payload": {}}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    2 > {"payload": { "z" :1,"a":  [ 1.0, 1e400, 123456789012345678901234567890 ], "z": "\ud800\u0041" }, "to": 1, "type": "signal"}
      2 = {"ok":true}
      1 < 4 {"type":"signalled","from":2,"payload":{ "z" :1,"a":  [ 1.0, 1e400, 123456789012345678901234567890 ], "z": "\ud800\u0041" }}
    2 > {"type": "sign\u0061l", "to": 1, "payload": null}
      2 = {"ok":true}
      1 < 5 {"type":"signalled","from":2,"payload":null}
    2 > {"type": "signal", "to": 2, "payload": {}}
      2 = {"ok":false,"error":{"code":"invalid_target","message":"This cannot be done to this person."}}
    2 > {"type": "signal", "to": 7, "payload": {}}
      2 = {"ok":false,"error":{"code":"no_such_participant","message":"This person is not here any more."}}
    "#);
}

#[test]
fn notes_are_written_together() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        2 > {"type": "openNotes"}
        2 > {"type": "editNotes", "update": "AQID"}
        1 > {"type": "setPolicy", "policy": {"microphone": true, "camera": true, "screen": true, "chat": true, "files": true, "keepFiles": true, "notes": false, "lobby": false, "locked": false}}
        2 > {"type": "editNotes", "update": "AQID"}
        1 > {"type": "editNotes", "update": "BAU="}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    2 > {"type": "openNotes"}
      2 = {"ok":true,"notes":"AAA="}
    2 > {"type": "editNotes", "update": "AQID"}
      2 = {"ok":true}
      1 < 4 {"type":"notesEdited","by":2,"update":"AQID"}
    1 > {"type": "setPolicy", "policy": {"microphone": true, "camera": true, "screen": true, "chat": true, "files": true, "keepFiles": true, "notes": false, "lobby": false, "locked": false}}
      1 = {"ok":true}
      1 < 5 {"type":"policyChanged","policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":false,"lobby":false,"locked":false},"by":1}
      2 < 3 {"type":"policyChanged","policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":false,"lobby":false,"locked":false},"by":1}
      1 < 6 {"type":"logged","entry":{"id":1,"at":1000,"by":"Ada","action":"switchedOff","setting":"notes","whom":null,"name":null}}
    2 > {"type": "editNotes", "update": "AQID"}
      2 = {"ok":false,"error":{"code":"forbidden_by_policy","message":"The host has switched this off. Ask the host."}}
    1 > {"type": "editNotes", "update": "BAU="}
      1 = {"ok":true}
      2 < 4 {"type":"notesEdited","by":1,"update":"BAU="}
    "#);
}

#[test]
fn a_file_is_offered_and_taken_back() {
    insta::assert_snapshot!(replay(Policy::default(), r#"
        1 joins as Ada
        2 joins as Ben
        3 joins as Cat
        2 > {"type": "offerFile", "to": null, "name": "../../notes.txt", "size": 5, "kind": "text/plain", "keep": true, "mark": 7}
        2 > {"type": "offerFile", "to": 1, "name": "secret.txt", "size": 5, "kind": "", "keep": false, "mark": 8}
        3 > {"type": "declineFile", "file": 2}
        3 > {"type": "declineFile", "file": 1}
        1 > {"type": "declineFile", "file": 2}
        3 > {"type": "withdrawFile", "file": 1}
        3 > {"type": "offerFile", "to": null, "name": "..", "size": 5, "kind": "", "keep": false, "mark": 0}
        3 > {"type": "offerFile", "to": null, "name": "large", "size": 2147483649, "kind": "", "keep": false, "mark": 0}
        2 > {"type": "leave"}
    "#), @r#"
    1 joins as Ada
    2 joins as Ben
    3 joins as Cat
    2 > {"type": "offerFile", "to": null, "name": "../../notes.txt", "size": 5, "kind": "text/plain", "keep": true, "mark": 7}
      2 = {"ok":true}
      1 < 5 {"type":"fileOffered","offer":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"name":"notes.txt","size":5,"kind":"text/plain","keeping":"wanted","mine":false,"mark":0,"at":1000}}
      2 < 4 {"type":"fileOffered","offer":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"name":"notes.txt","size":5,"kind":"text/plain","keeping":"wanted","mine":true,"mark":7,"at":1000}}
      3 < 3 {"type":"fileOffered","offer":{"id":1,"from":{"id":2,"name":"Ben"},"to":null,"name":"notes.txt","size":5,"kind":"text/plain","keeping":"wanted","mine":false,"mark":0,"at":1000}}
    2 > {"type": "offerFile", "to": 1, "name": "secret.txt", "size": 5, "kind": "", "keep": false, "mark": 8}
      2 = {"ok":true}
      1 < 6 {"type":"fileOffered","offer":{"id":2,"from":{"id":2,"name":"Ben"},"to":{"id":1,"name":"Ada"},"name":"secret.txt","size":5,"kind":"","keeping":"not","mine":false,"mark":0,"at":1000}}
      2 < 5 {"type":"fileOffered","offer":{"id":2,"from":{"id":2,"name":"Ben"},"to":{"id":1,"name":"Ada"},"name":"secret.txt","size":5,"kind":"","keeping":"not","mine":true,"mark":8,"at":1000}}
    3 > {"type": "declineFile", "file": 2}
      3 = {"ok":false,"error":{"code":"no_such_file","message":"This file is not offered any more."}}
    3 > {"type": "declineFile", "file": 1}
      3 = {"ok":true}
      2 < 6 {"type":"fileDeclined","file":1,"who":3}
    1 > {"type": "declineFile", "file": 2}
      1 = {"ok":true}
      2 < 7 {"type":"fileDeclined","file":2,"who":1}
      1 < 7 {"type":"fileWithdrawn","file":2}
      2 < 8 {"type":"fileWithdrawn","file":2}
    3 > {"type": "withdrawFile", "file": 1}
      3 = {"ok":false,"error":{"code":"not_allowed","message":"Only a host can do this. Ask the host."}}
    3 > {"type": "offerFile", "to": null, "name": "..", "size": 5, "kind": "", "keep": false, "mark": 0}
      3 = {"ok":false,"error":{"code":"invalid_file_name","message":"Give the file a name that can be seen."}}
    3 > {"type": "offerFile", "to": null, "name": "large", "size": 2147483649, "kind": "", "keep": false, "mark": 0}
      3 = {"ok":false,"error":{"code":"file_too_large","message":"A file may have 2 GB at most."}}
    2 > {"type": "leave"}
      2 = {"ok":true}
      2 .
      1 < 8 {"type":"left","who":2,"departure":"left"}
      3 < 4 {"type":"left","who":2,"departure":"left"}
      1 < 9 {"type":"fileWithdrawn","file":1}
      3 < 5 {"type":"fileWithdrawn","file":1}
    "#);
}

#[test]
fn a_room_that_lasts_is_read_from_outside() {
    insta::assert_snapshot!(replay_in_room(r#"
        1 joins as Ada
        1 > {"type": "say", "to": null, "text": "Hello!"}
        2 > {"type": "say", "to": null, "text": "too early"}
        2 > {"type": "enter", "code": "abc-def-234"}
        2 > {"type": "say", "to": null, "text": "too early"}
        2 > {"type": "openChat", "name": "Ben"}
        2 > {"type": "say", "to": null, "text": "From outside.", "answers": 1}
        2 > {"type": "say", "to": 1, "text": "psst"}
        1 > {"type": "deleteMessage", "message": 1}
    "#), @r#"
    1 joins as Ada
    1 > {"type": "say", "to": null, "text": "Hello!"}
      1 = {"ok":true}
      1 < 3 {"type":"said","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"Hello!","answers":null,"state":"written","mine":true,"at":1000}}
    2 > {"type": "say", "to": null, "text": "too early"}
      2 = {"ok":false,"error":{"code":"not_entered","message":"Enter a meeting first."}}
    2 > {"type": "enter", "code": "abc-def-234"}
      2 = {"ok":true,"seat":{"you":2,"token":"02020202020202020202020202020202"}}
      2 < 1 {"type":"roster","participants":[{"id":1,"name":"Ada","installation":null}],"mustAsk":false,"locked":false,"mayRead":true}
    2 > {"type": "say", "to": null, "text": "too early"}
      2 = {"ok":false,"error":{"code":"not_joined","message":"Join the meeting first."}}
    2 > {"type": "openChat", "name": "Ben"}
      2 = {"ok":true}
      2 < 2 {"type":"chatOpened","owner":false,"policy":{"microphone":true,"camera":true,"screen":true,"chat":true,"files":true,"keepFiles":true,"notes":true,"lobby":false,"locked":false},"chat":[{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"Hello!","answers":null,"state":"written","mine":false,"at":1000}]}
    2 > {"type": "say", "to": null, "text": "From outside.", "answers": 1}
      2 = {"ok":true}
      1 < 4 {"type":"said","message":{"id":2,"from":{"id":2,"name":"Ben"},"to":null,"text":"From outside.","answers":1,"state":"written","mine":false,"at":1000}}
      2 < 3 {"type":"said","message":{"id":2,"from":{"id":2,"name":"Ben"},"to":null,"text":"From outside.","answers":1,"state":"written","mine":true,"at":1000}}
    2 > {"type": "say", "to": 1, "text": "psst"}
      2 = {"ok":false,"error":{"code":"not_joined","message":"Join the meeting first."}}
    1 > {"type": "deleteMessage", "message": 1}
      1 = {"ok":true}
      1 < 5 {"type":"messageChanged","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"","answers":null,"state":"deleted","mine":true,"at":1000}}
      2 < 4 {"type":"messageChanged","message":{"id":1,"from":{"id":1,"name":"Ada"},"to":null,"text":"","answers":null,"state":"deleted","mine":false,"at":1000}}
    "#);
}
