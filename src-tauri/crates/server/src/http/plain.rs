//! Guests without a secure connection, from other machines.
//!
//! They are told of the secure address first. Whoever goes on without it can
//! watch, listen and write in one meeting: browsers give such a page no camera,
//! and nothing that proves an account is taken from it.

use axum::extract::Request;
use axum::http::Method;

use super::ui;

/// Whether a request is part of what a guest may do who chose to go on.
pub(super) fn is_open(request: &Request) -> bool {
    let uri = request.uri();
    let has_chosen = uri.query() == Some("plain") && is_meeting(uri.path());
    let is_harmless = uri.path() == "/api/server" || ui::is_asset(uri.path());
    *request.method() == Method::GET && (has_chosen || is_harmless)
}

/// The page for whoever has not chosen yet.
pub(super) fn explanation(path: &str, address: &str, name: &str, fingerprint: &str) -> String {
    let [path, address, name] = [path, address, name].map(escape);
    let choice = if is_meeting(&path) {
        format!(
            r#"<p><a href="{path}?plain">Go on without a secure connection</a>:
you can watch, listen and write, but not speak or show yourself, and others on this network could listen in.</p>
"#
        )
    } else {
        String::new()
    };
    format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Hearth on {name}</title>
<h1>Hearth on {name}</h1>
<p>To speak and to be seen, open the secure address:</p>
<p><strong><a href="{address}">{address}</a></strong></p>
<p>Your browser will say that the connection is not private, because this computer made its certificate itself:
look at the certificate there, and go on if its SHA-256 fingerprint is the one that your host sees under “Invite”,
which should be this:</p>
<p><code>{fingerprint}</code></p>
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
