//! What is shown when the server did not start.

use std::fmt::Write;

use anyhow::Error;
use tauri::{App, Url};
use tracing::error;

use crate::window;

/// Says why in the log, and in the window.
pub(crate) fn show(app: &App, why: &Error) -> tauri::Result<()> {
    error!("Hearth could not start: {why:#}");
    window::builder(app, address(&page(why))).incognito(true).build()?;
    Ok(())
}

fn page(why: &Error) -> String {
    let why = format!("{why:#}").replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Hearth</title>\
         <style>:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }}\
         main {{ max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem }}</style>\
         <main role=alert><h1>Hearth could not start</h1><p>{why}</p>\
         <p>Close this window, put that right, and start Hearth again.</p></main>"
    )
}

/// The page as its own address. Every byte is escaped, so none has a meaning there.
fn address(page: &str) -> Url {
    let mut address = String::from("data:text/html;charset=utf-8,");
    for byte in page.bytes() {
        write!(address, "%{byte:02X}").expect("a string takes whatever is written");
    }
    address.parse().expect("an escaped data: address is an address")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_reason_is_text_and_never_markup() {
        let page = page(&anyhow!("cannot open <script>alert(1)</script> & co"));
        assert!(page.contains("cannot open &lt;script>alert(1)&lt;/script> &amp; co"), "{page}");
    }

    #[test]
    fn a_page_fits_into_its_address() {
        let url = address("<p>50 % #1 ü?</p>");
        assert_eq!(url.scheme(), "data");
        assert_eq!((url.query(), url.fragment()), (None, None), "nothing was cut off");
    }
}
