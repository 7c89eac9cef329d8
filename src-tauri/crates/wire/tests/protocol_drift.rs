//! The UI's types are generated from this crate, and committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn the_ui_has_the_types_that_this_crate_makes() {
    let fresh = tempfile::tempdir().expect("a directory of our own");
    hearth_wire::export_types(fresh.path()).expect("types can be written");
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/protocol");

    let (made, found) = (read(fresh.path()), read(&committed));
    assert!(!made.is_empty(), "there are types");
    assert_eq!(
        made, found,
        "`cargo run -p hearth-wire --example export_types ui/src/protocol` mends this"
    );
}

fn read(directory: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    entries
        .map(|entry| {
            let path = entry.expect("an entry can be read").path();
            let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a file of text"))
        })
        .collect()
}
