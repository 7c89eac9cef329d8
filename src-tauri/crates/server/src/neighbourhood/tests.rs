use std::net::Ipv4Addr;

use tempfile::TempDir;

use super::*;
use crate::ear::{Heard, Hearing};

struct Street {
    neighbourhood: Neighbourhood,
    _data: TempDir,
}

fn street(visibility: Option<Visibility>) -> Street {
    let data = tempfile::tempdir().expect("a directory of our own");
    let store = Store::open(&data.path().join("hearth.db")).expect("a new store");
    let own = Own {
        id: InstallationId::from_random([0; 16]),
        fingerprint: Fingerprint([0; 32]),
        name: "Cupboard".to_owned(),
        listening: (Ipv4Addr::UNSPECIFIED, 7466).into(),
    };
    let neighbourhood = Neighbourhood::open(own, store, Openings::default(), visibility);
    Street { neighbourhood: neighbourhood.expect("the store works"), _data: data }
}

fn neighbour(number: u8, name: &str, tags: &[&str], rings: bool) -> Neighbour {
    Neighbour {
        id: InstallationId::from_random([number; 16]),
        fingerprint: Fingerprint([number; 32]),
        name: Some(name.to_owned()),
        tags: tags.iter().map(|tag| tag.parse().expect("a tag")).collect(),
        rings,
        addresses: Vec::new(),
    }
}

async fn names(hearing: &mut Hearing) -> Vec<String> {
    match hearing.next().await {
        Ok(Heard::Nearby(shown)) => {
            shown.into_iter().map(|neighbour| neighbour.name.unwrap_or_default()).collect()
        }
        other => panic!("heard {other:?} instead"),
    }
}

#[tokio::test]
async fn who_watches_hears_who_is_there_until_they_go() {
    let Street { neighbourhood, _data } = street(None);
    neighbourhood.publish(vec![neighbour(1, "Ada", &[], true)]);
    let (ear, mut hearing) = Ear::open();
    let standing = neighbourhood.watch(ear);
    assert_eq!(names(&mut hearing).await, ["Ada"]);

    let [ben, cy] = [neighbour(2, "Ben", &["abc"], false), neighbour(3, "Cy", &[], false)];
    let impostor = neighbour(2, "Not Ben", &[], true);
    neighbourhood.publish(vec![ben, cy, impostor]);
    let shown = names(&mut hearing).await;
    assert_eq!(shown, ["Ben"], "Cy offers nothing, and one id is one neighbour");

    drop(standing);
    neighbourhood.publish(Vec::new());
    assert!(hearing.is_over(), "nobody holds the ear any more");
}

#[tokio::test]
async fn what_is_announced_is_what_the_setting_allows() {
    let Street { neighbourhood, _data } = street(None);
    let code = "abc-def-234".parse().expect("a code");
    neighbourhood.0.openings.replace(None, Some(code));
    let said = || {
        let said = neighbourhood.announcement()?;
        Some((said.name.unwrap_or_default(), said.tags.len(), said.rings))
    };
    assert_eq!(said(), Some(("Cupboard".to_owned(), 1, false)), "nobody stands by yet");

    let standing = neighbourhood.watch(Ear::open().0);
    standing.call(PersonId([1; 16]), "Ada".to_owned());
    assert_eq!(said(), Some(("Ada".to_owned(), 1, true)));

    let set = async |visibility, show_name| {
        let setting = Network { visibility, show_name, servers: Vec::new() };
        neighbourhood.set(setting).await.expect("the store works");
    };
    set(Visibility::Everyone, false).await;
    assert_eq!(said(), Some((String::new(), 1, true)));
    set(Visibility::Code, true).await;
    assert_eq!(said(), Some((String::new(), 0, false)), "who has the code need not be told");
    set(Visibility::Nobody, true).await;
    assert_eq!(said(), None);

    drop(standing);
    set(Visibility::Everyone, true).await;
    assert_eq!(said(), Some(("Cupboard".to_owned(), 1, false)), "she has gone");
}

#[tokio::test]
async fn the_setting_is_kept_and_the_command_line_goes_before_it() {
    let Street { neighbourhood, _data } = street(Some(Visibility::Nobody));
    assert_eq!(neighbourhood.setting().visibility, Visibility::Nobody);
    let servers = vec!["hearth.example:7466".to_owned()];
    let setting = Network { visibility: Visibility::Code, show_name: false, servers };
    neighbourhood.set(setting.clone()).await.expect("the store works");

    let again = |visibility| {
        let Inner { own, store, openings, .. } = &*neighbourhood.0;
        let again = Neighbourhood::open(own.clone(), store.clone(), openings.clone(), visibility);
        again.expect("the store works").setting()
    };
    assert_eq!(again(None), setting);
    let hidden = Network { visibility: Visibility::Nobody, ..setting };
    assert_eq!(again(Some(Visibility::Nobody)), hidden);
}
