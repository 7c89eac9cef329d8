//! The npm packages that end up in the UI.

use anyhow::{Context, Result};

use super::{Carried, read_json};
use crate::places;

/// All packages in the lock file that are not for development alone.
pub(super) fn carried() -> Result<Vec<Carried>> {
    let ui = places::root().join("ui");
    let lock = read_json(&ui.join("package-lock.json"))?;
    let packages = lock["packages"].as_object().context("package-lock.json lists no packages")?;
    let runs = packages.iter().filter(|(path, package)| {
        // The first is the UI itself.
        let develops = ["dev", "devOptional", "optional", "peer"].iter();
        !path.is_empty() && !develops.clone().any(|key| package[key] == true)
    });
    runs.map(|(path, package)| {
        let (_, name) =
            path.rsplit_once("node_modules/").context("packages are in node_modules")?;
        let version = package["version"].as_str().context("a package has a version")?;
        Ok(Carried {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: package["license"].as_str().unwrap_or("see its text").to_owned(),
            kind: "npm",
            folder: ui.join(path),
        })
    })
    .collect()
}
