//! Hearth's icon in every size and format that systems ask for, from one drawing.

use std::fs;

use anyhow::{Context, Result};

use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;

const DRAWING: &str = "src-tauri/icons/hearth.svg";

/// The sizes in which icon themes keep an app's icon.
const SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];

/// Draws the icons anew, after `hearth.svg` has changed.
pub(crate) fn icons() -> Result<()> {
    if let Some(install) = packages("packaging") {
        install.run()?;
    }
    let scratch = places::scratch("icons");
    draw(&[]).run()?;
    draw(&["--png", &SIZES.map(|size| size.to_string()).join(",")]).run()?;

    let icons = places::root().join("src-tauri/icons");
    let sizes = SIZES.map(|size| format!("{size}x{size}.png"));
    for name in sizes.iter().map(String::as_str).chain(["icon.icns", "icon.ico"]) {
        let drawn = scratch.join(name);
        fs::copy(&drawn, icons.join(name)).with_context(|| format!("{name} was not drawn"))?;
    }
    fs::copy(places::root().join(DRAWING), places::root().join("ui/public/favicon.svg"))?;
    Ok(())
}

fn draw(options: &[&str]) -> Program {
    npm("packaging", "run --silent tauri -- icon")
        .arguments([places::root().join(DRAWING)])
        .arguments(["--output".as_ref(), places::scratch("icons").as_os_str()])
        .arguments(options)
}
