//! The crates that end up in our programs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Carried;
use crate::program::Program;

/// What is released: a crate that only one of these needs is listed too.
const TARGETS: [&str; 3] =
    ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];
const PROGRAMS: [&str; 2] = ["hearth", "hearth-server"];

/// All crates of others that our programs are built with, whatever the target.
pub(super) fn carried() -> Result<BTreeSet<Carried>> {
    let mut carried = BTreeSet::new();
    thread::scope(|scope| {
        let asked = TARGETS.map(|target| scope.spawn(|| of(target)));
        for it in asked {
            carried.extend(it.join().expect("cargo's answer is read without a panic")?);
        }
        Ok(carried)
    })
}

fn of(target: &str) -> Result<Vec<Carried>> {
    let ask = Program::new("cargo metadata --format-version 1 --locked --filter-platform");
    let answer: Value = serde_json::from_str(&ask.arguments([target]).read()?)?;
    let by_id = |list: &'static str| {
        let list = answer.pointer(list).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|it| Some((it["id"].as_str()?, it))).collect::<BTreeMap<_, _>>()
    };
    let (packages, nodes) = (by_id("/packages"), by_id("/resolve/nodes"));

    let ours =
        |it: &Value| PROGRAMS.iter().any(|name| it["name"] == **name) && it["source"].is_null();
    let mut reached: BTreeSet<_> =
        packages.iter().filter(|(_, package)| ours(package)).map(|(id, _)| *id).collect();
    let mut next: Vec<_> = reached.iter().copied().collect();
    while let Some(id) = next.pop() {
        let node = nodes.get(id).with_context(|| format!("cargo knows nothing of {id}"))?;
        for needed in node["deps"].as_array().into_iter().flatten().filter(|it| in_program(it)) {
            let id = needed["pkg"].as_str().context("cargo names what is needed")?;
            if reached.insert(id) {
                next.push(id);
            }
        }
    }
    let others =
        packages.iter().filter(|(id, it)| reached.contains(*id) && !it["source"].is_null());
    others.map(|(_, package)| read(package)).collect()
}

/// Whether something is needed for more than building or testing.
fn in_program(needed: &Value) -> bool {
    let kinds = needed["dep_kinds"].as_array();
    kinds.is_some_and(|kinds| kinds.iter().any(|it| it["kind"].is_null()))
}

fn read(package: &Value) -> Result<Carried> {
    let text = |key| package[key].as_str();
    let name = text("name").context("a crate has a name")?.to_owned();
    let manifest = Path::new(text("manifest_path").context("a crate has a manifest")?);
    Ok(Carried {
        version: text("version").context("a crate has a version")?.to_owned(),
        licence: text("license").unwrap_or("see its text").replace('/', " OR "),
        kind: "rust",
        folder: manifest.parent().context("a manifest is in a folder")?.to_owned(),
        name,
    })
}
