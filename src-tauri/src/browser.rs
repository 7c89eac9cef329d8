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

#[cfg(target_os = "linux")]
async fn start(url: &Url) -> anyhow::Result<()> {
    use std::io::ErrorKind;

    use anyhow::bail;
    use tokio::process::Command;

    for (program, arguments) in [("xdg-open", &[] as &[&str]), ("gio", &["open"])] {
        match Command::new(program).args(arguments).arg(url.as_str()).spawn() {
            Ok(child) => return launched(child).await,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    bail!("neither xdg-open nor gio is installed")
}

/// Whether what opens pages has not failed. The opener crate does not wait to
/// see; and where no desktop is known, `xdg-open` lives as long as the browser.
#[cfg(target_os = "linux")]
async fn launched(mut child: tokio::process::Child) -> anyhow::Result<()> {
    use std::time::Duration;

    use anyhow::ensure;

    const MOMENT: Duration = Duration::from_millis(1500);
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
        let failing = Command::new("false").spawn().expect("it is on every machine");
        launched(failing).await.expect_err("it failed");
        let done = Command::new("true").spawn().expect("it is on every machine");
        launched(done).await.expect("it has done its work");
    }
}
