//! Opening a page in the user's browser, and noticing when there is none.

use tauri::Url;
use tracing::warn;

use crate::words::Words;

/// Opens a page of the web; otherwise says what the user can do. Other kinds of
/// address could start any program that claims them.
pub(crate) async fn open(url: &str, words: &Words) -> Result<(), String> {
    let url = match Url::parse(url) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url,
        _ => {
            warn!("An address was not opened, for it is not of the web");
            return Err(words.not_for_browser.into());
        }
    };
    start(&url).await.map_err(|why| {
        // Not the address: one that hands a call over holds a ticket.
        warn!("The browser did not open: {why:#}");
        words.no_browser.into()
    })
}

/// `gio` first: `xdg-open` is a script that takes as long as a page does to come,
/// but knows of browsers that are registered nowhere.
#[cfg(target_os = "linux")]
async fn start(url: &Url) -> anyhow::Result<()> {
    use tokio::process::Command;

    let mut gio = Command::new("gio");
    gio.arg("open").arg(url.as_str());
    let mut script = Command::new("xdg-open");
    script.arg(url.as_str());
    match launched(gio).await {
        Ok(()) => Ok(()),
        Err(why) => launched(script).await.map_err(|other| other.context(why)),
    }
}

/// Starts what opens pages, and sees whether it fails. The opener crate does not
/// wait to see; and where no desktop is known, `xdg-open` lives as long as the
/// browser.
#[cfg(target_os = "linux")]
async fn launched(mut opener: tokio::process::Command) -> anyhow::Result<()> {
    use std::time::Duration;

    use anyhow::ensure;

    const MOMENT: Duration = Duration::from_millis(1500);
    let mut child = opener.spawn()?;
    match tokio::time::timeout(MOMENT, child.wait()).await {
        Ok(ended) => {
            let status = ended?;
            ensure!(status.success(), "it ended with {status}");
        }
        Err(_) => drop(tokio::spawn(async move { child.wait().await })),
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
async fn start(url: &Url) -> anyhow::Result<()> {
    Ok(tauri_plugin_opener::open_url(url, None::<&str>)?)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use tokio::process::Command;

    use super::*;
    use crate::words::Language;

    #[tokio::test]
    async fn what_is_not_of_the_web_is_not_opened() {
        let words = Language::En.words();
        for other in ["file:///etc/passwd", "javascript:alert(1)", "hearth://join/x", "-e", ""] {
            assert_eq!(open(other, words).await, Err(words.not_for_browser.into()), "{other}");
        }
    }

    #[tokio::test]
    async fn a_browser_that_fails_at_once_has_not_opened() {
        launched(Command::new("false")).await.expect_err("it failed");
        launched(Command::new("true")).await.expect("it has done its work");
        launched(Command::new("no-such-opener")).await.expect_err("it is on no machine");
    }
}
