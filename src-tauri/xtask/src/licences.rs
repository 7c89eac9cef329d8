//! What Hearth carries of others, with its licences, for Settings → About.
//!
//! ```text
//!   Cargo.lock ───► cargo metadata ─┐
//!                                   ├─► ui/public/licences.json
//!   package-lock.json, node_modules ┘
//! ```

mod crates;
mod modules;
mod texts;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::npm::packages;
use crate::places;
use texts::Texts;

const LIST: &str = "ui/public/licences.json";

/// A package of others that is in what we release.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Carried {
    name: String,
    version: String,
    licence: String,
    kind: &'static str,
    /// Where its sources are.
    folder: PathBuf,
}

/// Writes the list anew.
pub(crate) fn write() -> Result<()> {
    if let Some(install) = packages("ui") {
        install.run()?;
    }
    let mut texts = Texts::default();
    let mut without = Vec::new();
    let mut lines = Vec::new();
    let carried = carried()?;
    // A package without a text may come before the one that brings it.
    for Carried { licence, folder, .. } in &carried {
        texts.of(folder, licence)?;
    }
    for Carried { name, version, licence, kind, folder } in carried {
        let texts = texts.of(&folder, &licence)?;
        if texts.is_empty() {
            without.push(format!("{name} {version} ({licence})"));
        }
        lines.push(json!({
            "name": name, "version": version, "licence": licence, "kind": kind, "texts": texts,
        }));
    }
    // A line for each, so that a change shows what changed.
    let mut list = String::from("{\n\"packages\": ");
    write_lines(&mut list, &lines)?;
    list.push_str(",\n\"texts\": ");
    write_lines(&mut list, &texts.into_values())?;
    list.push_str("\n}\n");
    fs::write(places::root().join(LIST), &list)?;
    println!("{LIST}: {} packages, {} kB", lines.len(), list.len() / 1000);
    if !without.is_empty() {
        println!("These came without a licence's text: {}", without.join(", "));
    }
    Ok(())
}

/// Whether the list still names what Hearth carries.
pub(crate) fn check() -> Result<()> {
    let list = fs::read_to_string(places::root().join(LIST)).unwrap_or_default();
    let list: Value = serde_json::from_str(&list).with_context(|| format!("{LIST} is no JSON"))?;
    let listed = list["packages"].as_array().into_iter().flatten();
    let text = |it: &Value, key| it[key].as_str().unwrap_or_default().to_owned();
    let listed: BTreeSet<_> =
        listed.map(|it| (text(it, "kind"), text(it, "name"), text(it, "version"))).collect();
    let carried: BTreeSet<_> =
        carried()?.into_iter().map(|it| (it.kind.to_owned(), it.name, it.version)).collect();
    let differ: Vec<_> =
        listed.symmetric_difference(&carried).map(|it| format!("{} {}", it.1, it.2)).collect();
    let differ = differ.join(", ");
    ensure!(differ.is_empty(), "{LIST} is old: {differ}. Run `cargo xtask licences`.");
    Ok(())
}

fn carried() -> Result<BTreeSet<Carried>> {
    let mut carried = crates::carried()?;
    carried.extend(modules::carried()?);
    Ok(carried)
}

fn write_lines(list: &mut String, lines: &[Value]) -> Result<()> {
    for (index, line) in lines.iter().enumerate() {
        let before = if index == 0 { "[\n" } else { ",\n" };
        write!(list, "{before}{line}")?;
    }
    list.push_str("\n]");
    Ok(())
}

fn read_json(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} is missing", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
}
