//! Reading what older clients send: leniently, but never anything else.

use hearth_core::{Card, Code, Command};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::{DecodeError, Packet, Request};

impl Packet {
    /// An event with these arguments.
    pub(crate) fn new(name: &'static str, args: impl IntoIterator<Item = Box<str>>) -> Packet {
        Packet { name: name.into(), args: args.into_iter().collect() }
    }

    /// An event with one argument.
    pub(crate) fn with<T: Serialize>(name: &'static str, argument: &T) -> Packet {
        Packet::new(name, [json(argument)])
    }

    /// The one argument, an object. Fields that are not known are ignored.
    pub(crate) fn object<'a, T: Deserialize<'a>>(&'a self) -> Result<T, DecodeError> {
        let body = self.argument(0);
        // Serde would also take an array of the fields.
        if !body.starts_with('{') {
            return Err(self.bad(Error::custom("an object was expected")));
        }
        serde_json::from_str(body).map_err(|source| self.bad(source))
    }

    /// An argument by its position.
    pub(crate) fn value<T: DeserializeOwned>(&self, position: usize) -> Result<T, DecodeError> {
        serde_json::from_str(self.argument(position)).map_err(|source| self.bad(source))
    }

    /// A string by its position, as JSON.
    pub(crate) fn text(&self, position: usize) -> Result<&str, DecodeError> {
        let json = self.argument(position);
        if !json.starts_with('"') {
            return Err(self.bad(Error::custom("a string was expected")));
        }
        Ok(json)
    }

    /// An argument by its position; what was not sent is null.
    pub(crate) fn argument(&self, position: usize) -> &str {
        self.args.get(position).map_or("null", |argument| argument)
    }

    /// The code of a meeting as an argument spells it.
    pub(crate) fn code(&self, spelling: &str) -> Result<Code, DecodeError> {
        spelling.parse().map_err(|error| self.bad(Error::custom(error)))
    }

    pub(crate) fn bad(&self, source: serde_json::Error) -> DecodeError {
        DecodeError::BadArguments { event: self.name.to_string(), source }
    }

    pub(crate) fn forged(&self) -> DecodeError {
        DecodeError::Forged(self.name.to_string())
    }

    pub(crate) fn unknown(&self) -> DecodeError {
        DecodeError::UnknownEvent(self.name.to_string())
    }
}

impl Request {
    /// To do something in the meeting with this code.
    pub(crate) fn act(code: Code, command: Command) -> Request {
        Request::Act { code: Some(code), command }
    }
}

/// For a field in which null is a value: the candidate after the last.
pub(crate) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// What clients of one kind tell each other.
pub(crate) fn card<T: Serialize + ?Sized>(kind: &'static str, value: &T) -> Card {
    Card { kind: kind.into(), text: json(value).into() }
}

/// A value of our own as JSON.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Box<str> {
    let json = serde_json::to_string(value);
    json.expect("our own types have no maps with keys that are not strings").into()
}

/// A value of our own as JSON inside of another.
pub(crate) fn raw<T: Serialize>(value: &T) -> Box<RawValue> {
    to_raw_value(value).expect("our own types have no maps with keys that are not strings")
}

/// JSON that came in, to go out as it is inside of another value.
pub(crate) fn verbatim(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).expect("it was JSON when it came in")
}
