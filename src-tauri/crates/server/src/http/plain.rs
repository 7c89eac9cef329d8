//! Guests without a secure connection, from other machines.
//!
//! They are told of the secure address first. Whoever goes on without it can
//! watch, listen and write in one meeting: browsers give such a page no camera,
//! and nothing that proves an account is taken from it.

mod words;

use axum::extract::Request;
use axum::http::Method;

use self::words::Words;
use super::ui;

/// Whether a request is part of what a guest may do who chose to go on.
pub(super) fn is_open(request: &Request) -> bool {
    let uri = request.uri();
    let has_chosen = uri.query() == Some("plain") && is_meeting(uri.path());
    let is_harmless = uri.path() == "/api/server" || ui::is_asset(uri.path());
    *request.method() == Method::GET && (has_chosen || is_harmless)
}

/// The page for whoever has not chosen yet, in the language that their browser asks for.
pub(super) fn explanation(
    languages: &str,
    path: &str,
    address: &str,
    name: &str,
    fingerprint: &str,
) -> String {
    let [path, address, name] = [path, address, name].map(escape);
    let Words { language, direction, title, secure, warning, go_on, without } =
        words::asked(languages);
    let [title, heading] =
        [name.clone(), format!("<bdi>{name}</bdi>")].map(|name| title.replace("{name}", &name));
    let choice = if is_meeting(&path) {
        format!("<p><a href=\"{path}?plain\">{go_on}</a>: {without}</p>\n")
    } else {
        String::new()
    };
    format!(
        r#"<!doctype html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<h1>{heading}</h1>
<p>{secure}</p>
<p><strong><a href="{address}"><bdi dir="ltr">{address}</bdi></a></strong></p>
<p>{warning}</p>
<p><code><bdi dir="ltr">{fingerprint}</bdi></code></p>
{choice}</html>
"#
    )
}

fn is_meeting(path: &str) -> bool {
    path.strip_prefix("/m/").is_some_and(|code| !code.is_empty() && !code.contains('/'))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
