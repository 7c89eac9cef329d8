//! Writes the TypeScript twins of the native types: `export_types DIRECTORY`.

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args_os().nth(1).ok_or("usage: export_types DIRECTORY")?;
    Ok(hearth_wire::export_types(&PathBuf::from(directory))?)
}
