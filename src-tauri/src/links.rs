//! Links that open a meeting: `hearth://join/<code>` and `https://…/m/<code>`.

use hearth_core::Code;
use tauri::Url;

/// Whether an argument is meant as a link.
pub(crate) fn is_meant(argument: &str) -> bool {
    argument.contains(':') && !argument.starts_with('-')
}

/// The path of the page that a link leads to, or `None` if it leads to none.
///
/// Of an address on the web only the code counts: the meeting is sought by it,
/// here and on the network, and no page of another server is opened.
pub(crate) fn path(link: &str) -> Option<String> {
    let url = Url::parse(link).ok()?;
    let parts: Vec<_> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    match (url.scheme(), url.host_str(), parts.as_slice()) {
        ("hearth", Some("join"), [code]) => meeting(code),
        ("hearth", Some("join"), [host, code]) => at(host, code),
        ("https" | "http", _, ["m", code]) => meeting(code),
        // The address bar of one who is in such a meeting shows it so.
        ("https" | "http", _, ["hosts", host, "m", code]) => at(host, code),
        _ => None,
    }
}

fn meeting(code: &str) -> Option<String> {
    let code: Code = code.parse().ok()?;
    // Only codes of Hearth's own, which are made of letters and digits alone.
    code.tag().map(|_| format!("/m/{code}"))
}

fn at(host: &str, code: &str) -> Option<String> {
    let is_id = host.len() == 16 && host.bytes().all(|it| matches!(it, b'a'..=b'z' | b'2'..=b'7'));
    is_id.then(|| meeting(code)).flatten().map(|path| format!("/hosts/{host}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_page_of_its_meeting() {
        for link in [
            "hearth://join/abc-def-ghj",
            "hearth://join/ABCDEFGHJ/",
            "HEARTH://JOIN/abc-def-ghj",
            "https://192.168.1.5:7466/m/abc-def-ghj",
            "https://ada.local:7466/m/abc-def-ghj?x=1#y",
            "http://127.0.0.1:7466/m/abcdefghj",
        ] {
            assert_eq!(path(link).as_deref(), Some("/m/abc-def-ghj"), "{link}");
        }
    }

    #[test]
    fn a_link_may_name_the_installation_that_holds_the_meeting() {
        for link in [
            "hearth://join/abcdefghijkl2345/abc-def-ghj",
            "http://127.0.0.1:7466/hosts/abcdefghijkl2345/m/abc-def-ghj",
        ] {
            let expected = "/hosts/abcdefghijkl2345/m/abc-def-ghj";
            assert_eq!(path(link).as_deref(), Some(expected), "{link}");
        }
    }

    #[test]
    fn whatever_is_no_meeting_opens_nothing() {
        for link in [
            "",
            "abc-def-ghj",
            "hearth:",
            "hearth:abc-def-ghj",
            "hearth://abc-def-ghj",
            "hearth://join",
            "hearth://join/",
            "hearth://join/abc-def",
            "hearth://join/abc-def-gh0",
            "hearth://join/abc-def-ghj/more",
            "hearth://join/abc-def-ghj/abc-def-ghj",
            "hearth://join/ABCDEFGHIJKL2345/abc-def-ghj",
            "hearth://join/%2e%2e%2fabc",
            "hearth://join/<script>",
            "hearth://settings/abc-def-ghj",
            "https://192.168.1.5:7466/",
            "https://192.168.1.5:7466/m/",
            "https://192.168.1.5:7466/m/somebody's-room",
            "https://192.168.1.5:7466/history/abc-def-ghj",
            "https://192.168.1.5:7466/hosts/x/m/abc-def-ghj",
            "file:///m/abc-def-ghj",
            "javascript:alert(1)",
            "data:text/html,/m/abc-def-ghj",
        ] {
            assert_eq!(path(link), None, "{link}");
        }
    }

    #[test]
    fn flags_and_words_are_not_meant_as_links() {
        assert!(is_meant("hearth://join/abc-def-ghj"));
        assert!(is_meant("hearth:nonsense"));
        for other in ["--hidden", "--display=:0", "/usr/bin/hearth", "hearth"] {
            assert!(!is_meant(other), "{other}");
        }
    }
}
