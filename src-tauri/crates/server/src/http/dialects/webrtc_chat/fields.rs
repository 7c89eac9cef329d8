//! The fields of a body, and what is wrong with them in express-validator's
//! words.

use hearth_core::display_name;
use serde_json::{Map, Value, json};

use super::{Failure, Fields};

/// Takes fields out of a body, and gathers the complaints.
pub(super) struct Checked<'a> {
    body: &'a Fields,
    errors: Vec<Value>,
}

impl<'a> Checked<'a> {
    pub(super) fn new(body: &'a Fields) -> Checked<'a> {
        Checked { body, errors: Vec::new() }
    }

    pub(super) fn username(&mut self) -> String {
        let message = "Username must be 3 to 64 characters long";
        self.take("username", message, |text| {
            display_name(text).ok().filter(|name| name.chars().count() >= 3)
        })
    }

    pub(super) fn email(&mut self) -> String {
        self.take("email", "Please enter a valid email", |text| {
            let text = text.trim();
            is_email(text).then(|| text.to_owned())
        })
    }

    pub(super) fn new_password(&mut self) -> String {
        self.take("password", "Password must be 6 to 200 characters long", |text| {
            (6..=200).contains(&text.chars().count()).then(|| text.to_owned())
        })
    }

    pub(super) fn password(&mut self) -> String {
        self.take("password", "Password is required", |text| {
            (!text.is_empty()).then(|| text.to_owned())
        })
    }

    /// Complains of all that was wrong with what was taken.
    pub(super) fn finish(self) -> Result<(), Failure> {
        if self.errors.is_empty() { Ok(()) } else { Err(Failure::Fields(self.errors)) }
    }

    fn take(
        &mut self,
        path: &str,
        message: &str,
        read: impl FnOnce(&str) -> Option<String>,
    ) -> String {
        let value = self.body.get(path);
        value.and_then(Value::as_str).and_then(read).unwrap_or_else(|| {
            let mut error = Map::from_iter([
                ("type".to_owned(), json!("field")),
                ("msg".to_owned(), json!(message)),
                ("path".to_owned(), json!(path)),
                ("location".to_owned(), json!("body")),
            ]);
            // A password is never sent back.
            if let Some(value) = value.filter(|_| path != "password") {
                error.insert("value".to_owned(), value.clone());
            }
            self.errors.push(Value::Object(error));
            String::new()
        })
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_local = (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && !local.contains(|c: char| {
            c.is_whitespace() || c.is_control() || "@<>()[]\\,;:\"".contains(c)
        });
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    let is_domain = domain.contains('.')
        && domain.split('.').all(is_label)
        && top.chars().count() >= 2
        && top.chars().any(char::is_alphabetic);
    text.len() <= 254 && is_local && is_domain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_local_part_and_a_domain_with_a_dot() {
        for text in ["ada@example.org", "a.d-a+x@mail.example.co.uk", "ada@exämple.de", "o'x@a.io"]
        {
            assert!(is_email(text), "{text} is an address");
        }
        let long = format!("{}@example.org", "x".repeat(65));
        for text in [
            "",
            "ada",
            "ada@",
            "@example.org",
            "ada@localhost",
            "a da@example.org",
            "a@b@example.org",
            "ada@example..org",
            "ada@-x.org",
            "ada@example.o",
            "ada@192.168.1.10",
            ".ada@example.org",
            &long,
        ] {
            assert!(!is_email(text), "{text:?} is none");
        }
    }
}
