//! What the webview lets our pages use: camera, microphone and the screen, and
//! nothing else.

use tauri::Url;
use tauri::webview::{PermissionKind, PermissionResponse};
use tracing::warn;

/// Answers a page that wants to use something. The page has asked its user.
pub(crate) fn answer(page: &Url, own: &Url, kind: PermissionKind) -> PermissionResponse {
    let is_for_calls = matches!(
        kind,
        PermissionKind::Camera | PermissionKind::Microphone | PermissionKind::DisplayCapture
    );
    if is_for_calls && page.origin() == own.origin() {
        return PermissionResponse::Allow;
    }
    warn!("A page was denied {kind}");
    PermissionResponse::Deny
}

/// Switches on what WebKitGTK has for calls and leaves off by default. A build
/// without WebRTC ignores the second.
#[cfg(target_os = "linux")]
pub(crate) fn enable_media(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebViewExt};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_enable_media_stream(true);
            settings.set_enable_webrtc(true);
        }
    })
}

/// Other webviews have it on.
#[cfg(not(target_os = "linux"))]
pub(crate) fn enable_media(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLS: [PermissionKind; 3] =
        [PermissionKind::Camera, PermissionKind::Microphone, PermissionKind::DisplayCapture];

    fn url(text: &str) -> Url {
        text.parse().expect("it is an address")
    }

    #[test]
    fn pages_of_our_own_server_may_use_what_calls_need_and_no_more() {
        let own = url("http://127.0.0.1:7466/");
        let page = url("http://127.0.0.1:7466/m/abc-def-ghj");
        for kind in CALLS {
            assert_eq!(answer(&page, &own, kind), PermissionResponse::Allow, "{kind}");
        }
        for kind in [
            PermissionKind::Geolocation,
            PermissionKind::Notifications,
            PermissionKind::ClipboardRead,
            PermissionKind::PointerLock,
            PermissionKind::Other,
        ] {
            assert_eq!(answer(&page, &own, kind), PermissionResponse::Deny, "{kind}");
        }
    }

    #[test]
    fn pages_of_any_other_origin_may_use_nothing() {
        let own = url("http://127.0.0.1:7466/");
        for other in [
            "http://127.0.0.1:7467/",
            "https://127.0.0.1:7466/",
            "http://localhost:7466/",
            "data:text/html,x",
        ] {
            for kind in CALLS {
                assert_eq!(answer(&url(other), &own, kind), PermissionResponse::Deny, "{other}");
            }
        }
    }
}
